"""The documents that the services answer with are OpenRPC, and their schemas and examples hold, by jsonschema's word."""
import json
import os
import pathlib
import socket
import sys

from community import DATA_MISSING, need, socket_path

jsonschema, referencing, specifications = need("jsonschema", "referencing", "referencing.jsonschema")
SCHEMAS = pathlib.Path(os.environ.get("WELLSPRING_SHARED", "")) / "data" / "openrpc"
if not os.environ.get("WELLSPRING_SHARED") or not SCHEMAS.is_dir():
    print("the published OpenRPC schemas are not here; set WELLSPRING_SHARED")
    sys.exit(DATA_MISSING)

DIALECTS = {
    "draft 7": (jsonschema.Draft7Validator, specifications.DRAFT7),
    "2020-12": (jsonschema.Draft202012Validator, specifications.DRAFT202012),
}


def discover(service):
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(socket_path(service))
    connection.sendall(b'{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}\n')
    return json.loads(connection.makefile("rb").readline())["result"]


def openrpc_validator(version):
    """The remote schemas that it refers to are those of draft 7, which the machine has."""
    schema = json.loads((SCHEMAS / f"schema-{version}.json").read_text())
    draft7 = specifications.DRAFT7.create_resource(jsonschema.Draft7Validator.META_SCHEMA)
    object_schema = {"definitions": {"JSONSchemaObject": {"properties": {"$ref": {"type": "string"}}}}}
    schema = json.loads(json.dumps(schema).replace("https://meta.json-schema.tools/#/definitions/JSONSchemaObject/properties/$ref",
                                                   "urn:object#/definitions/JSONSchemaObject/properties/$ref"))
    registry = referencing.Registry().with_resources([
        ("https://meta.json-schema.tools", draft7),
        ("https://meta.json-schema.tools/", draft7),
        ("urn:object", specifications.DRAFT7.create_resource(object_schema)),
    ])
    schema.pop("$schema", None)
    return jsonschema.Draft7Validator(schema, registry=registry)


def check(validator, value, place):
    errors = [f"{place}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"
              for error in validator.iter_errors(value)]
    assert not errors, "\n".join(errors[:5])


def check_schemas(service, document, validator_type, specification):
    """Each schema is a schema of that dialect, and each example satisfies its own."""
    uri = f"urn:{service}"
    resource = specification.create_resource(document)
    registry = referencing.Registry().with_resource(uri, resource)

    def validator(schema):
        text = json.dumps(schema).replace('"#/components/', f'"{uri}#/components/')
        return validator_type(json.loads(text), registry=registry)

    # References within the document are absolute, whichever schema they are met in.
    absolute = json.loads(json.dumps(document).replace('"#/components/', f'"{uri}#/components/'))
    registry = referencing.Registry().with_resource(uri, specification.create_resource(absolute))
    for name, schema in document["components"]["schemas"].items():
        validator_type.check_schema(schema)
        assert "definitions" not in schema and "$defs" not in schema and "prefixItems" not in schema, name
    count = 0
    for method in document["methods"]:
        params = {param["name"]: param for param in method["params"]}
        for example in method["examples"]:
            for given in example["params"]:
                check(validator(params[given["name"]]["schema"]), given["value"], f"{method['name']} {given['name']}")
            check(validator(method["result"]["schema"]), example["result"]["value"], f"{method['name']} reply")
            count += 1
    assert count == len(document["methods"]) > 5, count


def check_that_wrong_values_are_found(document):
    """A validator that finds nothing would look like a document without a fault."""
    broken = json.loads(json.dumps(document))
    del broken["methods"][0]["name"]
    try:
        check(openrpc_validator("1.3"), broken, "broken")
    except AssertionError:
        return
    raise SystemExit("a document without a name of a method passed")


for service in ["identity", "ideas", "rewards", "feedback"]:
    document = discover(service)
    check(openrpc_validator("1.3"), document, f"{service} as OpenRPC 1.3")
    # The later version asks for its own number and for nothing else that is not there.
    check(openrpc_validator("1.4"), {**document, "openrpc": "1.4.0"}, f"{service} as OpenRPC 1.4")
    for validator_type, specification in DIALECTS.values():
        check_schemas(service, document, validator_type, specification)
    check_that_wrong_values_are_found(document)
