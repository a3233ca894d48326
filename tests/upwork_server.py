"""A marketplace on loopback that speaks GraphQL and keeps to its limits: whoever asks too often is refused, and counted.

It stands for Upwork in these tests. Its schema is the documented one, executed by graphql-core, so that a query which the
schema does not know is an error here as it would be there.
"""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from graphql import build_schema, graphql_sync

SCHEMA = build_schema(
    """
    input Pagination { after: String, first: Int! }
    input MarketplaceJobPostingsSearchFilter { searchExpression_eq: String, pagination_eq: Pagination }
    input SubmitProposalInput { jobPostingId: ID!, coverLetter: String!, amount: Float, clientMutationId: String }
    type Budget { min: Float, max: Float, type: String }
    type SearchClient { id: ID, name: String, location: String, totalSpent: Float, hireRate: Float }
    type Posting {
      id: ID!, title: String!, description: String, skills: [String!], budget: Budget, client: SearchClient,
      createdAt: String, applicationDeadline: String
    }
    type Edge { node: Posting! }
    type Found { totalCount: Int!, edges: [Edge!]! }
    type Review { rating: Float, comment: String, date: String }
    type Profile {
      name: String, company: String, location: String, totalSpent: Float, hireRate: Float, avgRating: Float,
      jobsPosted: Int, activeJobs: Int, reviews: [Review!]
    }
    type Proposal { id: ID!, status: String!, submittedAt: String! }
    type Query {
      marketplaceJobPostingsSearch(marketPlaceJobFilter: MarketplaceJobPostingsSearchFilter): Found
      clientProfile(id: ID!): Profile
    }
    type Mutation { submitProposal(input: SubmitProposalInput!): Proposal }
    """
)
TOKEN = "a-good-token"
Answer = tuple[int, dict[str, str], bytes]


def posting(number: int, **changes: Any) -> dict[str, Any]:
    """A posting as the schema has it, of a client of its own."""
    return {
        "id": str(900_000 + number),
        "title": f"Repair of harbour crane {number}",
        "description": "The crane is old.\n\nYou know welding.",
        "skills": ["Welding", "Crane Operation"],
        "budget": {"min": 400.0, "max": 600.0, "type": "FIXED"},
        "client": {"id": f"c{number}", "name": f"Quayside {number}", "location": "Norway", "totalSpent": 12_500.0,
                   "hireRate": 0.8},
        "createdAt": "2026-11-01T08:00:00Z",
        "applicationDeadline": "2026-12-24",
        **changes,
    }  # fmt: skip


def profile(**changes: Any) -> dict[str, Any]:
    return {
        "name": "Quayside 1", "company": "Quayside Cranes", "location": "Norway", "totalSpent": 48_000.0, "hireRate": 90,
        "avgRating": 4.9, "jobsPosted": 31, "activeJobs": 2,
        "reviews": [{"rating": 5, "comment": "Paid on time.", "date": "2026-10-01"}], **changes,
    }  # fmt: skip


class UpworkServer(ThreadingHTTPServer):
    """`postings`, `profiles` by id and `proposals` are what it holds; `instead` are answers given before any real one.

    `rates` are (requests, seconds) a token may make; `refused` counts those above. `asked` holds the queries that came.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.tokens = {TOKEN}
        self.rates: tuple[tuple[int, int], ...] = ((10, 1), (40_000, 86_400))
        self.postings: list[dict[str, Any]] = []
        self.profiles: dict[str, dict[str, Any]] = {}
        self.proposals: list[dict[str, Any]] = []
        self.instead: deque[Answer] = deque()
        self.asked: list[dict[str, Any]] = []
        self.arrivals: dict[str, list[float]] = defaultdict(list)
        self.refused = 0
        self.lock = threading.Lock()

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a process that ends hangs up."""

    @property
    def endpoint(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    @property
    def url(self) -> str:
        return f"http://{self.endpoint}"

    def may_ask(self, token: str) -> bool:
        """Counts a request if every rate has room for it."""
        now = time.monotonic()
        with self.lock:
            times = self.arrivals[token]
            if any(sum(now - at < seconds for at in times) >= limit for limit, seconds in self.rates):
                self.refused += 1
                return False
            times.append(now)
            return True

    # The resolvers, by the names of the schema.

    def marketplaceJobPostingsSearch(self, info: Any, marketPlaceJobFilter: dict[str, Any]) -> dict[str, Any]:  # noqa: N803 - the schema's names
        words = marketPlaceJobFilter["searchExpression_eq"].casefold().split()
        found = [each for each in self.postings if all(word in each["title"].casefold() for word in words)]
        page = marketPlaceJobFilter["pagination_eq"]
        start = int(page["after"])
        return {
            "totalCount": len(found),
            "edges": [{"node": each} for each in found[start : start + page["first"]]],
        }

    def clientProfile(self, info: Any, id: str) -> dict[str, Any] | None:  # noqa: A002 - the schema's names
        return self.profiles.get(id)

    def submitProposal(self, info: Any, input: dict[str, Any]) -> dict[str, Any]:  # noqa: A002 - the schema's names
        with self.lock:
            self.proposals.append(input)
            number = len(self.proposals)
        return {"id": f"p{number}", "status": "SUBMITTED", "submittedAt": "2026-11-20T10:00:00Z"}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body are two small writes: with Nagle the second waits 40 ms for the first to be acknowledged.
    disable_nagle_algorithm = True
    server: UpworkServer

    def do_GET(self) -> None:
        self._send((404, {}, b""))

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._send(self._answer(asked))

    def _answer(self, asked: dict[str, Any]) -> Answer:
        token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        if token not in self.server.tokens:
            return 401, {}, b'{"message": "Authentication failed"}'
        if not self.server.may_ask(token):
            return 429, {"Retry-After": "1"}, b'{"message": "Too many requests"}'
        with self.server.lock:
            self.server.asked.append(asked)
            if self.server.instead:
                return self.server.instead.popleft()
        result = graphql_sync(SCHEMA, asked["query"], self.server, variable_values=asked.get("variables"))
        return 200, {}, json.dumps(result.formatted).encode()

    def _send(self, answer: Answer) -> None:
        status, headers, body = answer
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Nothing: the tests look at what was asked."""


@contextlib.contextmanager
def serving() -> Iterator[UpworkServer]:
    """A server of its own, for as long as it takes."""
    server = UpworkServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
