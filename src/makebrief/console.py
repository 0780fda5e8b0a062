"""Help, usage errors and colours in the user's language, on top of click."""

from __future__ import annotations

import locale
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from makebrief.messages import Language, say, wording

LANGUAGE_VARIABLE = "MAKE_BRIEF_LANG"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def user_language(environment: Mapping[str, str] | None = None) -> Language:
    """The user's language: what MAKE_BRIEF_LANG says, else Chinese in a Chinese locale."""
    variables = os.environ if environment is None else environment
    chosen = variables.get(LANGUAGE_VARIABLE, "").lower()
    if chosen in {"zh", "en"}:
        return "zh" if chosen == "zh" else "en"
    for name in _LOCALE_VARIABLES:
        if variables.get(name):
            return "zh" if variables[name].lower().startswith("zh") else "en"
    if os.name == "nt":
        system = locale.getlocale()[0] or ""
        return "zh" if system.lower().startswith(("zh", "chinese")) else "en"
    return "en"


def words(key: str, **values: object) -> str:
    """A sentence in the user's language."""
    return say(key, **values).text(user_language())


class LocalCommand(click.Command):
    """A command whose help is looked up by key when it is shown."""

    allow_extra_args = True

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Parses the command line; what is too much on it is refused in our own words."""
        rest = super().parse_args(context, args)
        if context.args and not isinstance(self, click.Group):
            raise click.UsageError(words("usage-extra", words=" ".join(context.args)), context)
        return rest

    def format_usage(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the usage line."""
        pieces = " ".join(self.collect_usage_pieces(context))
        formatter.write_usage(context.command_path, pieces, words("help-usage") + " ")

    def format_help_text(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            for paragraph in words(self.help or "").split("\n\n"):
                formatter.write_text(paragraph)
                formatter.write_paragraph()

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the options, each with its help in the user's language."""
        records = [
            record for each in self.get_params(context) if (record := _record(each, context))
        ]
        if records:
            with formatter.section(words("help-options")):
                formatter.write_dl(records)

    def get_help_option(self, context: click.Context) -> click.Option | None:
        """The --help option with help of ours."""
        option = super().get_help_option(context)
        if option is not None:
            option.help = "help-help"
        return option

    def get_short_help_str(self, limit: int = 45) -> str:
        """One line for the list of commands."""
        return words(self.short_help or self.help or "")


def _record(parameter: click.Parameter, context: click.Context) -> tuple[str, str] | None:
    record = parameter.get_help_record(context)
    if record is None or not isinstance(parameter, click.Option):
        return None
    return record[0], words(parameter.help) if parameter.help else ""


def tell(line: str) -> None:
    """Prints a line for the user, beside what the command makes."""
    click.echo(line, err=True)


class SilencedError(Exception):
    """Whoever read what a command prints has closed the pipe: `make-brief | head -1`."""


class LocalGroup(click.Group, LocalCommand):
    """Commands, one of which runs when none is named."""

    default_command = "build"

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Puts the default command first unless a command or the group's own option is."""
        own = {"--help", "--version"}
        if not args or (args[0] not in self.commands and args[0] not in own):
            args = [self.default_command, *args]
        return super().parse_args(context, args)

    def invoke(self, context: click.Context) -> Any:
        """Runs a command; raises SilencedError if what it prints is read no further."""
        try:
            return super().invoke(context)
        except BrokenPipeError as failure:  # which click would make an exit with 1
            raise SilencedError from failure

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the group's options, its commands, and the default command's options."""
        LocalCommand.format_options(self, context, formatter)
        rows = [(name, each.get_short_help_str()) for name, each in self.commands.items()]
        with formatter.section(words("help-commands")):
            formatter.write_dl(rows)
        formatter.write_paragraph()
        formatter.write_text(words("help-group-end"))
        default = self.commands[self.default_command]
        records = [record for each in default.params if (record := _record(each, context))]
        with formatter.section(f"{self.default_command}: {words('help-options')}"):
            formatter.write_dl(records)


def usage_problem(failure: click.UsageError) -> str:
    """A usage error of click's in our own words."""
    name = getattr(failure, "param_hint", None) or _parameter_name(failure)
    if isinstance(failure, click.NoSuchOption):
        shown = words("usage-no-such-option", name=failure.option_name)
        near = [
            f" ({words('hint-did-you-mean', name=each)})" for each in failure.possibilities or ()
        ]
        return shown + "".join(near[:1])
    if isinstance(failure, click.BadOptionUsage):
        return words("usage-bad-option", option=failure.option_name)
    if isinstance(failure, click.MissingParameter):
        return words("usage-missing", option=name)
    if isinstance(failure, click.BadParameter) and failure.param is not None:
        kind = failure.param.type
        if isinstance(kind, click.Choice):
            given = failure.message.split("'")[1] if "'" in failure.message else ""
            choices = ", ".join(str(choice) for choice in kind.choices)
            return words("usage-bad-value", option=name, value=given, choices=choices)
        if isinstance(kind, click.IntRange):
            given = next(iter(failure.message.replace("'", " ").split()), "")
            return words("usage-bad-number", option=name, value=given, low=kind.min, high=kind.max)
    return words("usage-error", problem=failure.format_message())


def _parameter_name(failure: click.UsageError) -> str:
    parameter: Any = getattr(failure, "param", None)
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.human_readable_name if parameter is not None else ""


def styled(text: str, languages: Sequence[Language] = ("en", "zh")) -> str:
    """A printed diagnostic with its severity in colour."""
    for severity, colour in (("error", "red"), ("warning", "yellow"), ("hint", "cyan")):
        for language in languages:
            word = wording(language)[f"severity-{severity}"] + ": "
            text = text.replace(word, click.style(word, fg=colour, bold=True), 1)
    return text


def colour(function: Callable[..., Any]) -> Callable[..., Any]:
    """The --color option, which every command takes."""
    choices = click.Choice(("auto", "always", "never"))
    return click.option(
        "--color",
        type=choices,
        default="auto",
        expose_value=False,
        callback=_set_colour,
        help="help-color",
    )(function)


def _set_colour(context: click.Context, _option: click.Parameter, value: str) -> None:
    chosen = {"auto": None, "always": True, "never": False}[value]
    context.color = context.find_root().color = chosen
