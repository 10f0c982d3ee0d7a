"""Reads the accessibility tree of Waymark's window over AT-SPI, as Orca does, and prints it as JSON."""

import json
import sys

import gi

gi.require_version("Gio", "2.0")
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402


def turn_on():
    """Says on the session bus that somebody listens."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    value = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    bus.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value, None, Gio.DBusCallFlags.NONE, 20000, None
    )


def walk(node, depth, found):
    try:
        states = node.get_state_set()
        said = node.get_attributes() or {}
        level = said.get("level", "0")
        found.append(
            {
                "depth": depth,
                "role": node.get_role_name(),
                "name": node.get_name() or "",
                "landmark": said.get("xml-roles", ""),
                "level": int(level) if level.isdigit() else 0,
                "focusable": states.contains(Atspi.StateType.FOCUSABLE),
                "showing": states.contains(Atspi.StateType.SHOWING),
            }
        )
        count = node.get_child_count()
    except GLib.Error:
        # It went away while it was read.
        return
    for at in range(count):
        try:
            child = node.get_child_at_index(at)
        except GLib.Error:
            continue
        if child is not None:
            walk(child, depth + 1, found)


def documents(node):
    """The pages in the windows."""
    try:
        if node.get_role() == Atspi.Role.DOCUMENT_WEB:
            return [node]
        children = [node.get_child_at_index(at) for at in range(node.get_child_count())]
    except GLib.Error:
        return []
    return [page for child in children if child is not None for page in documents(child)]


if sys.argv[1] == "on":
    turn_on()
else:
    everything = []
    for page in documents(Atspi.get_desktop(0)):
        walk(page, 0, everything)
    print(json.dumps(everything))
