"""Dutch: 12 maart 2026, 13:00 and 1.480.000. What is not here, Django already does right."""

DATETIME_FORMAT = "j F Y, H:i"
SHORT_DATETIME_FORMAT = "j-n-Y, H:i"
