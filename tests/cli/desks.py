"""Tiny scenarios that plan in a second or two."""

#: One week, one channel, office hours; everyone interchangeable but Anna, who is on leave on Friday.
OFFICE = """
name = "office"

[desk]
name = "Small desk"
zone = "Europe/Moscow"
currency = "RUB"
interval_minutes = 60

[period]
first_date = 2026-11-09
weeks = 1

[opening]
hours = "mon-fri 09:00-18:00"

[[channels]]
name = "phone"
kind = "phone"
aht_seconds = 240
patience_seconds = 180
volume = { contacts_per_day = { mon = 30, tue = 30, wed = 30, thu = 30, fri = 30, sat = 20, sun = 20 } }

[[shift_patterns]]
name = "day"
starts = ["09:00"]
length_minutes = "9h"

[[contracts]]
name = "standard"
hourly_rate = 400
weekly_minutes = "45h"

[[agents]]
id = "anna"
contract = "standard"
leave = [{ first_date = 2026-11-13, last_date = 2026-11-13 }]

[[agents]]
id = "boris"
contract = "standard"

[[vacancies]]
name = "operator"
contract = "standard"
max_hires = 3
cost_per_head = 5000

[[rules]]
kind = "min_rest"
minutes = "12h"

[[rules]]
kind = "max_consecutive_days"
days = 5
"""

#: The same desk round the clock.
ALWAYS = (
    OFFICE.replace('name = "office"', 'name = "always"')
    .replace('hours = "mon-fri 09:00-18:00"', 'hours = "24/7"')
    .replace(
        'starts = ["09:00"]\nlength_minutes = "9h"', 'starts = ["08:00", "20:00"]\nlength_minutes = "12h"'
    )
    .replace("max_hires = 3", "max_hires = 8")
)

#: Large enough that the search is still running when it is interrupted.
LONG = (
    ALWAYS.replace("weeks = 1", "weeks = 4")
    .replace('name = "always"', 'name = "long"')
    .replace("interval_minutes = 60", "interval_minutes = 30")
    .replace("= 30, tue = 30", "= 300, tue = 290")
    .replace(
        'starts = ["08:00", "20:00"]\nlength_minutes = "12h"',
        'start_window = { span = "00:00-23:00" }\nlength_minutes = "8h"',
    )
    .replace("max_hires = 8", "max_hires = 60")
)
