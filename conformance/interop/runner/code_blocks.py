"""Programs out of Markdown documents, with one constant set and nothing else changed."""

import re


def program(document: str, language: str, having: str) -> str:
    """The one fenced block of this language that contains these characters."""
    blocks = re.findall(rf"```{language}\n(.*?)```", document, re.DOTALL)
    found = [block for block in blocks if having in block]
    if len(found) != 1:
        raise LookupError(f"expected one {language} block with '{having}', found {len(found)}")
    return found[0]


def with_constant(source: str, pattern: str, line: str) -> str:
    """The program with the one line that matches replaced."""
    changed, count = re.subn(pattern, lambda _: line, source, flags=re.MULTILINE)
    if count != 1:
        raise LookupError(f"expected one line like '{pattern}', found {count}")
    return changed
