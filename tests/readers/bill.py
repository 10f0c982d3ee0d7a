"""Holds a bill of materials against CycloneDX's own JSON schema, strictly; says what it objects to."""

import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

found = JsonStrictValidator(SchemaVersion.V1_6).validate_str(Path(sys.argv[1]).read_text())
if found:
    sys.exit(str(found))
