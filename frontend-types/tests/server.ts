// A real HTTP server on a free loopback port, told by each test how to misbehave.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Problem, ProblemCode } from "../src/index.ts";

export interface Received {
  readonly method: string;
  /** Path with query. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

export type Handler = (request: Received, response: ServerResponse) => unknown;

export class TestServer {
  readonly received: Received[] = [];
  readonly #server: Server;
  #port = 0;

  private constructor(handler: Handler) {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { method = "", url = "", headers } = request;
        const received = { method, url, headers, body: Buffer.concat(chunks) };
        this.received.push(received);
        handler(received, response);
      });
    });
  }

  static async start(handler: Handler): Promise<TestServer> {
    const server = new TestServer(handler);
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    server.#port = (server.#server.address() as AddressInfo).port;
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  count(method: string, path: string): number {
    return this.received.filter((one) => one.method === method && one.url.split("?")[0] === path).length;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
}

export function problem(status: number, code: ProblemCode, more: Partial<Problem> = {}): Problem {
  return {
    type: `/problems/${code.replaceAll("_", "-")}/`,
    title: `Title of ${code}`,
    status,
    detail: `Detail of ${code}`,
    instance: "/api/v1/",
    code,
    request_id: "request-1",
    errors: [],
    ...more,
  };
}

export function sendProblem(
  response: ServerResponse,
  status: number,
  code: ProblemCode,
  more: Partial<Problem> = {},
  headers: Record<string, string> = {},
): void {
  sendJson(response, status, problem(status, code, more), { "Content-Type": "application/problem+json", ...headers });
}
