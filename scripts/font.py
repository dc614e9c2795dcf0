#!/usr/bin/python3
"""font.py OUT_DIR: cuts Inter to the characters that the product can show, for the ImGui view and the page alike.

Tabular figures are baked in as the ordinary digits, since ImGui knows no OpenType features; kerning is left out, so
that a text is equally wide in both views. Outlines become TrueType's, which compress best and every rasteriser reads; a
letter with an accent is its letter and the accent, each drawn once.
"""
import json
import pathlib
import sys
import unicodedata

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates
from fontTools.ttLib.scaleUpem import scale_upem

ROOT = pathlib.Path(__file__).resolve().parent.parent
INTER = pathlib.Path("/usr/share/fonts/opentype/inter")
WEIGHTS = {400: "Inter-Regular.otf", 600: "Inter-SemiBold.otf"}
CATALOGUES = [*sorted((ROOT / "assets/strings").glob("*.json")), *sorted((ROOT / "assets/page").glob("*.json")),
              ROOT / "assets/benchmarks.json"]

LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x180)}
SIGNS = {ord(sign) for sign in "–—‘’‚‛“”„†‡•…‰′″‹›€−≤≥≈≠×÷√Σ∞←↑→↓✓✕▲▼●○■□·\u2009\u202f"}
UNITS = 1000  # an em has; a pixel is larger than 10 of them
ALIASES = {0x2715: 0x00D7}  # Inter has no ✕, but draws × alike


def characters_of(value):
    """All characters in a JSON value, keys excluded."""
    if isinstance(value, str):
        return {ord(character) for character in value if character >= " "}
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return set().union(*map(characters_of, children))


def catalogue_characters():
    used = set()
    for catalogue in CATALOGUES:
        used |= characters_of(json.loads(catalogue.read_text(encoding="utf-8")))
    return used


def tabular_figures(font):
    """Glyph name -> name of its tabular form."""
    gsub = font["GSUB"].table
    lookups = {i for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for i in record.Feature.LookupListIndex}
    figures = {}
    for i in lookups:
        for table in gsub.LookupList.Lookup[i].SubTable:
            figures.update(getattr(table, "ExtSubTable", table).mapping)
    return figures


def remap(font):
    tabular, glyph_of = tabular_figures(font), dict(font.getBestCmap())
    changed = {digit: tabular[glyph_of[digit]] for digit in range(ord("0"), ord("9") + 1)}
    changed |= {alias: glyph_of[original] for alias, original in ALIASES.items()}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(changed)


def with_truetype_outlines(font):
    glyphs = font.getGlyphSet()
    outlines = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, max_err=2.0, reverse_direction=True))
        outlines[name] = pen.glyph()
    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = font.getGlyphOrder(), outlines
    font["post"].formatType = 3.0
    profile = font["maxp"]
    profile.tableVersion = 0x00010000
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                  "maxSizeOfInstructions", "maxComponentElements"):
        setattr(profile, field, 0)
    profile.maxZones = 1


def contours_of(glyph):
    """Each contour as its points, which are (x, y, on the curve)."""
    points = [(x, y, flag & 1) for (x, y), flag in zip(glyph.coordinates, glyph.flags)] if glyph.numberOfContours > 0 else []
    ends = [0, *(end + 1 for end in glyph.endPtsOfContours)] if points else [0]
    return [tuple(points[begin:end]) for begin, end in zip(ends, ends[1:])]


def moved_to_origin(contours):
    x, y, _ = contours[0][0]
    return tuple(tuple((px - x, py - y, on) for px, py, on in contour) for contour in contours), (x, y)


def simple_glyph(contours):
    """TrueType's points as a pen draws them: the implied ones are left out, so they come from the glyph's own table."""
    glyph = TTGlyphPen(None).glyph()
    glyph.numberOfContours = len(contours)
    points = [point for contour in contours for point in contour]
    glyph.coordinates = GlyphCoordinates([(x, y) for x, y, _ in points])
    glyph.flags = bytearray(on for _, _, on in points)
    ends = []
    for contour in contours:
        ends.append(len(contour) + (ends[-1] if ends else -1))
    glyph.endPtsOfContours = ends
    return glyph


def share_accents(font):
    """Draws a letter with an accent as both, where its outline is just that."""
    glyphs, metrics, glyph_of = font["glyf"], font["hmtx"], font.getBestCmap()
    parts = {}
    for character, name in sorted(glyph_of.items()):
        base = unicodedata.decomposition(chr(character)).split(" ")[0]
        if not base or base.startswith("<") or int(base, 16) not in glyph_of:
            continue
        base_name = glyph_of[int(base, 16)]
        letter, whole = contours_of(glyphs[base_name]), contours_of(glyphs[name])
        accent = [contour for contour in whole if contour not in letter]
        if not letter or not accent or len(accent) + len(letter) != len(whole):
            continue
        shape, place = moved_to_origin(accent)
        if shape not in parts:
            parts[shape] = f"accent.{len(parts)}"
            glyphs[parts[shape]] = simple_glyph(shape)
            metrics[parts[shape]] = (0, min(x for contour in shape for x, _, _ in contour))
        pen = TTGlyphPen(glyphs)
        pen.addComponent(base_name, (1, 0, 0, 1, 0, 0))
        pen.addComponent(parts[shape], (1, 0, 0, 1, *place))
        glyphs[name] = pen.glyph()
    font.setGlyphOrder(glyphs.glyphOrder)
    font["maxp"].maxComponentElements, font["maxp"].maxComponentDepth = 2, 1


def cut(source, characters):
    font = TTFont(source, recalcTimestamp=False)
    missing = sorted(catalogue_characters() - set(font.getBestCmap()) - set(ALIASES))
    if missing:
        sys.exit(f"font.py: {source.name} has no glyph for " + ", ".join(f"{chr(c)} (U+{c:04X})" for c in missing) +
                 ": reword the catalogue, or add an alias in scripts/font.py")
    remap(font)
    options = subset.Options(layout_features=[], drop_tables=["GDEF", "GPOS", "GSUB"], hinting=False,
                             name_IDs=[0, 1, 2, 13, 14], notdef_outline=True, glyph_names=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    with_truetype_outlines(font)
    share_accents(font)
    scale_upem(font, UNITS)
    return font


def main():
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    characters = LATIN | SIGNS | catalogue_characters()
    for weight, file in WEIGHTS.items():
        if not (INTER / file).exists():
            sys.exit(f"font.py: {INTER / file} is missing: install fonts-inter, or run scripts/setup")
        cut(INTER / file, characters).save(out / f"inter-{weight}.ttf")


main()
