"""An agent in plain Python: it proposes a refund, waits for a person, checks what was signed, runs it once and reports.

Standard library only, Python 3.9 or newer.

    COUNTERSIGN_URL=http://127.0.0.1:3000 COUNTERSIGN_KEY=… python3 agent.py W2378156 48.00
"""

import base64
import hashlib
import json
import os
import sys
import time
import urllib.error
import urllib.request
from decimal import Decimal

WAIT_SECONDS = 25
TRIES = 5


class Refused(Exception):
    """The server refused a call. `code` is stable: act on it, and show `detail` to people."""

    def __init__(self, problem):
        super().__init__(f"{problem.get('code')}: {problem.get('detail')}")
        self.code = problem.get("code")


class NotApproved(Exception):
    """Nothing may run: the proposal ended another way."""


class Stale(Exception):
    """What would run is not what was signed."""


class Countersign:
    def __init__(self, url, key):
        self.base, self.key = f"{url}/api/v1", key

    def call(self, method, path, body=None, **headers):
        """One call, tried again where that is safe to repeat and may help."""
        data = None if body is None else json.dumps(body).encode()
        sent = {"authorization": f"Bearer {self.key}", "content-type": "application/json", **headers}
        for attempt in range(1, TRIES + 1):
            request = urllib.request.Request(self.base + path, data, sent, method=method)
            try:
                with urllib.request.urlopen(request, timeout=WAIT_SECONDS + 10) as answer:
                    return json.load(answer)
            except urllib.error.HTTPError as error:
                problem = json.load(error)
                pause = error.headers.get("retry-after")
                if pause is None or attempt == TRIES:
                    raise Refused(problem) from error
                time.sleep(float(pause))
            except (urllib.error.URLError, TimeoutError):
                if attempt == TRIES:
                    raise
                time.sleep(2**attempt / 4)

    def propose(self, proposal, key):
        # The same key never makes a second proposal: repeat it after a crash, and go on where you were.
        return self.call("POST", "/proposals", proposal, **{"idempotency-key": key})

    def wait(self, proposal):
        while proposal["status"] == "pending":
            proposal = self.call("GET", f"/proposals/{proposal['id']}", prefer=f"wait={WAIT_SECONDS}")
        return proposal

    def redeem(self, proposal):
        path = f"/proposals/{proposal['id']}/redeem"
        return self.call("POST", path, {"receipt": proposal["receipt"]})["redemption"]

    def report(self, proposal, redemption, status, detail=""):
        body = {"redemption": redemption, "status": status, "detail": detail}
        return self.call("POST", f"/proposals/{proposal['id']}/outcome", body)


def canonical(value):
    """JSON as RFC 8785 writes it: keys by UTF-16 code units, numbers as JavaScript prints them."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number(float(value))
    return json.dumps(value, ensure_ascii=False)


def number(value):
    if value == 0:
        return "0"
    sign, digits, exponent = Decimal(repr(abs(value))).normalize().as_tuple()
    text, point = "".join(map(str, digits)), len(digits) + exponent
    if 0 < point <= 21:
        text = text.ljust(point, "0")
        text = text[:point] + ("." + text[point:] if text[point:] else "")
    elif -6 < point <= 0:
        text = "0." + "0" * -point + text
    else:
        text = text[0] + ("." + text[1:] if text[1:] else "") + f"e{point - 1:+d}"
    return "-" + text if value < 0 else text


def digest_of(agent, name, arguments, target):
    bound = {"v": 1, "agent": agent, "name": name, "arguments": arguments, "target": target}
    return "sha256:" + hashlib.sha256(canonical(bound).encode()).hexdigest()


def claims_of(receipt):
    """What the receipt states. Redeeming has the server verify its signature; the standard library has no Ed25519."""
    body = receipt.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))


def approved_arguments(proposal, target):
    """The arguments to run: a reviewer may have changed them, and nothing but what was signed may run."""
    if proposal["status"] != "approved":
        raise NotApproved(f"{proposal['status']}: {(proposal['decision'] or {}).get('reason')}")
    claims, arguments = claims_of(proposal["receipt"]), proposal["decision"]["arguments"]
    signed = digest_of(claims["aud"], proposal["action"]["name"], arguments, target)
    if claims["sub"] != proposal["id"] or claims["digest"] != signed:
        raise Stale(f"{proposal['id']}: what would run is not what was signed")
    return arguments


def run_once(api, proposal, target, run):
    """Waits for the decision, then redeems, runs and reports. Raises without running in every other case."""
    decided = api.wait(proposal)
    arguments = approved_arguments(decided, target)
    redemption = api.redeem(decided)
    try:
        result = run(arguments)
    except Exception as error:
        api.report(decided, redemption, "failed", str(error))
        raise
    api.report(decided, redemption, "succeeded")
    return result


def pay(arguments):
    """Where your own code goes."""
    return f"paid {arguments['amount']} {arguments['currency']} for {arguments['order']}"


def main(order, amount):
    api = Countersign(os.environ.get("COUNTERSIGN_URL", "http://127.0.0.1:3000"), os.environ["COUNTERSIGN_KEY"])
    target = {"system": "Stripe", "environment": "production"}
    proposal = api.propose(
        {
            "action": {"name": "payment.refund", "arguments": {"order": order, "amount": amount, "currency": "EUR"}},
            "kind": "payment",
            "target": target,
            "rationale": "The customer sent the goods back.",
        },
        key=f"refund-{order}",
    )
    print(run_once(api, proposal, target, pay))


if __name__ == "__main__":
    main(*sys.argv[1:])
