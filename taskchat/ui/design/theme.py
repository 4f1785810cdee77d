"""The names of colours, sizes and shadows for Tailwind; their values stand once, in `assets/tokens.css`."""

from reflex.plugins.shared_tailwind import TailwindConfig

COLOURS = (
    *("canvas", "surface", "raised", "sunken", "soft", "line", "control"),
    *("ink", "ink2", "ink3", "accent", "accent-hover", "on-accent"),
    *("overdue", "overdue-soft", "today", "today-soft", "soon", "soon-soft"),
    *("brick", "ochre", "moss", "pine", "lake", "iris", "plum", "stone"),
)

SIZES = {
    # rem and line height; text zoom scales both
    "hero": ("2rem", "2.375rem"),
    "page": ("1.375rem", "1.75rem"),
    "head": ("1.0625rem", "1.5rem"),
    "body": ("0.9375rem", "1.375rem"),
    "prose": ("0.9375rem", "1.5rem"),
    "meta": ("0.8125rem", "1.125rem"),
    "micro": ("0.75rem", "1rem"),
}

TAILWIND: TailwindConfig = {
    # The page itself, and the looks that reach it only with a widget from the server.
    "content": ["./app/**/*.{js,ts,jsx,tsx}", "./utils/**/*.{js,ts,jsx,tsx}", "../taskchat/ui/design/button.py"],
    "darkMode": "class",
    "plugins": [],
    "theme": {
        "extend": {
            "colors": {name: f"var(--{name})" for name in COLOURS},
            "fontFamily": {"sans": ["var(--sans)"], "mono": ["var(--mono)"]},
            "fontSize": {name: [size, {"lineHeight": height}] for name, (size, height) in SIZES.items()},
            "borderRadius": {"chip": "4px", "control": "8px", "card": "12px"},
            "boxShadow": {"menu": "var(--shadow-menu)", "dialog": "var(--shadow-dialog)"},
            # Below "wide" one pane shows at a time; "desk" has the whole sidebar; "hall" the wide one.
            "screens": {"wide": "1024px", "desk": "1280px", "hall": "1600px"},
        }
    },
}
