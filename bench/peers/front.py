"""What stands before a list in the FastAPI peers: the token and the session behind it, and the caller's limit."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from uuid import UUID

import asyncpg
import jwt
from fastapi import Header, HTTPException, Request
from redis.asyncio import Redis

APP_URL, SYSTEM_URL = os.environ["BENCH_APP_URL"], os.environ["BENCH_SYSTEM_URL"]
REDIS_URL, JWT_KEY = os.environ["BENCH_REDIS_URL"], os.environ["BENCH_JWT_KEY"]
LIMIT, SECONDS = 1_000_000, 60
# A sliding window, as exact as ours: one script, one round trip.
WINDOW = """
local now, limit, seconds = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local last = redis.call('lindex', KEYS[1], limit - 1)
if last and tonumber(last) >= now - seconds then return -1 end
redis.call('lpush', KEYS[1], ARGV[1])
redis.call('ltrim', KEYS[1], 0, limit - 1)
redis.call('expire', KEYS[1], seconds)
return redis.call('llen', KEYS[1])
"""
SESSION = """
SELECT m.role, w.plan_id, p.rate_factor FROM accounts_membership m
JOIN accounts_user u ON u.id = m.user_id JOIN accounts_session s ON s.user_id = u.id
JOIN accounts_workspace w ON w.id = m.workspace_id JOIN accounts_plan p ON p.code = w.plan_id
WHERE m.user_id = $1 AND m.workspace_id = $2 AND u.is_active AND u.token_version = $3
AND s.id = $4 AND s.revoked_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class Caller:
    user_id: UUID
    workspace_id: UUID


class Front:
    """Opened once a process."""

    def __init__(self, system: asyncpg.Pool, redis: Redis) -> None:
        self.system, self.redis = system, redis
        self.window = redis.register_script(WINDOW)

    @classmethod
    async def open(cls) -> Front:
        return cls(await asyncpg.create_pool(SYSTEM_URL, min_size=4, max_size=16), Redis.from_url(REDIS_URL))


async def caller_of(request: Request, authorization: str = Header()) -> Caller:
    """A dependency: who asks. Raises 401 and 429."""
    front: Front = request.app.state.front
    try:
        claims = jwt.decode(authorization.removeprefix("Bearer "), JWT_KEY, algorithms=["HS256"])
        caller = Caller(UUID(claims["sub"]), UUID(claims["workspace"]))
        session, version = UUID(claims["sid"]), int(claims["ver"])
    except (jwt.InvalidTokenError, KeyError, ValueError) as fault:
        raise HTTPException(401) from fault
    if await front.system.fetchrow(SESSION, caller.user_id, caller.workspace_id, version, session) is None:
        raise HTTPException(401)
    used = await front.window([f"peer:{caller.user_id}"], [time.time(), LIMIT, SECONDS])
    if used < 0:
        raise HTTPException(429)
    return caller
