"""What was held over time, as a page that needs nothing else: a picture for each measure."""

import html

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 800, 150, 70, 40, 12, 28

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Soak</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
svg {{ width: 100%; height: auto; }}
h2 {{ margin: 1.5rem 0 0; font-size: 1.1rem; }}
.bad {{ color: #c2571a; }}
</style>
</head>
<body>
<h1>Soak</h1>
<p>{summary}</p>
{pictures}
</body>
</html>
"""


def _number(value):
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.1f}"


def _svg(times, values, line, words):
    least, most = min(values) * 0.9, max(values) * 1.1 or 1
    last = max(times[-1], 1)

    def place(at, value):
        x = LEFT + at / last * (WIDTH - LEFT - RIGHT)
        y = HEIGHT - BOTTOM - (value - least) / ((most - least) or 1) * (HEIGHT - TOP - BOTTOM)
        return f"{x:.1f},{y:.1f}"

    parts = [f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{html.escape(words)}" '
             'font-size="12" fill="currentColor">']
    for value in (least, (least + most) / 2, most):
        y = place(0, value).split(",")[1]
        parts.append(f'<line x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}" stroke="currentColor" '
                     f'stroke-opacity=".2"/><text x="{LEFT - 8}" y="{float(y) + 4}" '
                     f'text-anchor="end">{_number(value)}</text>')
    for tick in range(6):
        at = last * tick / 5
        x = place(at, least).split(",")[0]
        parts.append(f'<text x="{x}" y="{HEIGHT - 8}" text-anchor="middle">{at / 60:.1f} min</text>')
    points = " ".join(place(at, value) for at, value in zip(times, values))
    parts.append(f'<polyline fill="none" stroke="#2a78c8" stroke-width="2" points="{points}"/>')
    ends = [place(at, min(most, max(least, line(at)))) for at in (times[0], times[-1])]
    parts.append(f'<polyline fill="none" stroke="#c2571a" stroke-dasharray="5 4" points="{" ".join(ends)}"/>')
    return "".join(parts) + "</svg>"


def page(summary, times, measures):
    """Each measure is (title, values, its line as a function of time, verdict, whether it is fine)."""
    pictures = "\n".join(
        f'<h2>{html.escape(title)}</h2><p{"" if fine else " class=bad"}>{html.escape(verdict)}</p>'
        + _svg(times, values, line, title)
        for title, values, line, verdict, fine in measures)
    return PAGE.format(summary=html.escape(summary), pictures=pictures)
