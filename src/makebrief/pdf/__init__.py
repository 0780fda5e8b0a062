"""Pages into PDF bytes: painting, composite fonts, pictures; no decisions."""

from makebrief.later import import_later

import_later("PIL", "Image")  # ReportLab imports it always, a briefing needs it for a picture
