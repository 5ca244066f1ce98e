"""Writes code-pages.json beside this file: all 256 bytes of each code page of MS-DOS, as Python's codecs read them."""

import json
from pathlib import Path

PAGES = {"ibm437": "cp437", "ibm850": "cp850", "ibm852": "cp852", "ibm866": "cp866"}
read = {name: bytes(range(256)).decode(codec) for name, codec in PAGES.items()}
Path(__file__).with_suffix(".json").write_text(json.dumps(read, indent=2) + "\n")
