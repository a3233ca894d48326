/**
 * The main job against a running server, with the client as people use it: search, resume, matches, tailored PDF,
 * application. `tests/e2e/test_main_job.py` starts the server, ingests the boards, and runs this file.
 *
 * FOOTHOLD_URL   the server
 * FOOTHOLD_DATA  the recorded data (resumes, resumes_invented)
 * FOOTHOLD_OUT   a folder for what is looked at afterwards: the tailored PDF and what it should say
 * FOOTHOLD_MAILS a folder in which the newest mail to each address is written
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { beforeAll, describe, expect, test, vi } from "vitest";

import { createFoothold, ServiceError, unwrap, waitForTask } from "../../src/index.js";
import type { Foothold, Schemas } from "../../src/index.js";

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

const URL_ = setting("FOOTHOLD_URL");
const DATA = setting("FOOTHOLD_DATA");
const OUT = setting("FOOTHOLD_OUT");
const MAILS = setting("FOOTHOLD_MAILS");

/** The token in the newest mail to an address: its one long word. */
async function mailedToken(address: string): Promise<string> {
  const path = join(MAILS, `${address}.txt`);
  await vi.waitUntil(() => existsSync(path), { timeout: 60_000, interval: 100 });
  const token = readFileSync(path, "utf8")
    .split("\n")
    .find((line) => line.length > 60 && !line.includes(" "));
  if (token === undefined) throw new Error(`no token in the mail to ${address}`);
  return token.trim();
}

async function person(name: string): Promise<Foothold> {
  const api = createFoothold({ baseUrl: URL_, timeoutMs: 60_000 });
  const email = `${name}.${Date.now()}@example.com`;
  const password = "a-long-enough-passphrase";
  const registered = await unwrap(
    api.POST("/api/v1/auth/register/", { body: { email, password, full_name: `${name} Example` } }),
  );
  expect(registered.verification_sent).toBe(true);
  await unwrap(api.POST("/api/v1/auth/verify-email/", { body: { token: await mailedToken(email) } }));
  await api.session.signIn({ email, password });
  return api;
}

async function refusal(call: Promise<unknown>): Promise<ServiceError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

function files(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(DATA, folder))
      .sort()
      .map((name) => join(DATA, folder, name)),
  );
}

function fileOf(path: string): File {
  return new File([readFileSync(path)], basename(path));
}

/** Parse a file now: without `?async=true` the answer is the resume, not a task. */
async function parsed(api: Foothold, path: string): Promise<Schemas["ParsedResume"]> {
  const answer = await unwrap(api.POST("/api/v1/resumes/parse/", { body: { file: fileOf(path) } }));
  if (!("resume" in answer)) throw new Error("answered a task");
  return answer;
}

let ada: Foothold;
let eve: Foothold;

beforeAll(async () => {
  ada = await person("ada");
  eve = await person("eve");
});

describe("search", () => {
  test("filters are combined, and every row fits them", async () => {
    const all = await unwrap(ada.GET("/api/v1/vacancies/", { params: { query: { page_size: 100 } } }));
    expect(all.count).toBeGreaterThan(400);
    const stripe = await unwrap(
      ada.GET("/api/v1/vacancies/", { params: { query: { company: "stripe", q: "engineer", source: "greenhouse" } } }),
    );
    expect(stripe.count).toBeGreaterThan(20);
    for (const row of stripe.results) {
      expect(row.company.name).toMatch(/stripe/i);
      expect(row.source).toBe("greenhouse");
    }
    const remote = await unwrap(
      ada.GET("/api/v1/vacancies/", { params: { query: { remote: "remote", skills: "python", page_size: 50 } } }),
    );
    expect(remote.results.length).toBeGreaterThan(0);
    for (const row of remote.results) {
      expect(row.remote).toBe("remote");
      expect(row.skills).toContain("python");
    }
    const paid = await unwrap(
      ada.GET("/api/v1/vacancies/", { params: { query: { salary_min: 150_000, currency: "USD" } } }),
    );
    expect(paid.results.length).toBeGreaterThan(0);
    for (const row of paid.results) expect(row.salary_max ?? row.salary_min).not.toBeNull();
  });

  test("a cursor walks every row once", async () => {
    const seen = new Set<string>();
    let cursor: string | undefined = "";
    while (cursor !== undefined) {
      const page: Schemas["PaginatedVacancySummaryList"] = await unwrap(
        ada.GET("/api/v1/vacancies/", { params: { query: { page_size: 100, cursor } } }),
      );
      for (const row of page.results) {
        expect(seen.has(row.id)).toBe(false);
        seen.add(row.id);
      }
      cursor = page.next ? (new URL(page.next).searchParams.get("cursor") ?? undefined) : undefined;
    }
    expect(seen.size).toBeGreaterThan(400);
  });

  test("saving is the workspace's own", async () => {
    const { results } = await unwrap(ada.GET("/api/v1/vacancies/", { params: { query: { q: "engineer" } } }));
    const id = results[0]!.id;
    await unwrap(ada.POST("/api/v1/vacancies/{id}/save/", { params: { path: { id } }, body: { note: "ask first" } }));
    const saved = await unwrap(ada.GET("/api/v1/vacancies/", { params: { query: { saved: true } } }));
    expect(saved.results.map((row) => row.id)).toEqual([id]);
    const hers = await unwrap(eve.GET("/api/v1/vacancies/", { params: { query: { saved: true } } }));
    expect(hers.count).toBe(0);
  });
});

describe("every recorded file", () => {
  test("becomes a resume, or says why it is none", async () => {
    const folders = ["resumes/pdf", "resumes/docx", "resumes/doc", "resumes_invented/pdf", "resumes_invented/docx",
      "resumes_invented/doc", "resumes_invented/negative"]; // prettier-ignore
    const outcome: Record<string, string> = {};
    for (const path of files(...folders)) {
      const name = basename(path);
      try {
        const found = await parsed(ada, path);
        const flagged = found.warnings.some((warning) => warning.code === "not_a_resume");
        outcome[name] = flagged ? "flagged" : "resume";
        for (const value of Object.values(found.confidence)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        expect([name, error.code]).toEqual([name, "unprocessable_file"]);
        outcome[name] = error.errors[0]?.code ?? "?";
      }
    }
    writeFileSync(join(OUT, "files.json"), JSON.stringify(outcome, null, 1));
    for (const [name, result] of Object.entries(outcome)) {
      const scan = name.startsWith("scanned_") || name.includes("_scan.");
      const other = /coverletter|invoice/.test(name);
      expect([name, result]).toEqual([name, scan ? "no_text" : other ? "flagged" : "resume"]);
    }
    expect(Object.keys(outcome).length).toBeGreaterThan(60);
  });
});

describe("from a resume to an application", () => {
  test("matches, a tailored resume, its PDF, an application and its timeline; nobody else sees any of it", async () => {
    const path = join(DATA, "resumes_invented/pdf", "inv_08_dataengineer_en_latex1.pdf");
    const { resume } = await parsed(ada, path);
    const matches = await unwrap(
      ada.GET("/api/v1/resumes/{id}/matches/", { params: { path: { id: resume.id }, query: { page_size: 10 } } }),
    );
    expect(matches.results.length).toBe(10);
    let last = 101;
    for (const match of matches.results) {
      expect(match.score).toBeLessThanOrEqual(last);
      last = match.score;
      const sum = match.parts.reduce((total, part) => total + part.score, 0);
      expect(Math.abs(sum - match.score)).toBeLessThan(1e-9);
    }
    const vacancy = matches.results[0]!.vacancy;

    const started = await unwrap(
      ada.POST("/api/v1/generate/{kind}/", {
        params: { path: { kind: "tailored-resume" }, header: { "Idempotency-Key": `tailor-${resume.id}` } },
        body: { resume_id: resume.id, vacancy_id: vacancy.id },
      }),
    );
    await waitForTask(ada, started.task.id, { signal: AbortSignal.timeout(60_000) });
    const generation = await unwrap(
      ada.GET("/api/v1/generations/{id}/", { params: { path: { id: started.generation_id } } }),
    );
    expect(generation.status).toBe("succeeded");
    expect(generation.unsupported).toEqual([]);
    expect(generation.evidence.length).toBeGreaterThan(0);
    const tailoredId = generation.result_resume_id!;

    const tailored = await unwrap(ada.GET("/api/v1/resumes/{id}/", { params: { path: { id: tailoredId } } }));
    const pdf = await ada.fetch(`${URL_}/api/v1/resumes/${tailoredId}/render/?format=pdf&theme=classic`);
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    writeFileSync(join(OUT, "tailored.pdf"), Buffer.from(await pdf.arrayBuffer()));
    writeFileSync(join(OUT, "tailored.json"), JSON.stringify(tailored.content, null, 1));

    const application = await unwrap(
      ada.POST("/api/v1/applications/", { body: { vacancy_id: vacancy.id, note: "first choice" } }),
    );
    for (const to of ["applied", "interview", "offer"] as const) {
      const moved = await unwrap(
        ada.POST("/api/v1/applications/{id}/transition/", { params: { path: { id: application.id } }, body: { to } }),
      );
      expect(moved.state).toBe(to);
    }
    const refused = await refusal(
      ada.POST("/api/v1/applications/{id}/transition/", {
        params: { path: { id: application.id } },
        body: { to: "saved" },
      }),
    );
    expect(refused.code).toBe("conflict");
    const timeline = await unwrap(
      ada.GET("/api/v1/applications/{id}/timeline/", { params: { path: { id: application.id } } }),
    );
    expect(timeline.results.map((entry) => entry.type)).toContain("application.transitioned");
    expect(timeline.results.length).toBeGreaterThanOrEqual(4);
    const applied = await unwrap(ada.GET("/api/v1/vacancies/{id}/", { params: { path: { id: vacancy.id } } }));
    expect(applied.applied_at).not.toBeNull();

    const own = [
      `/api/v1/resumes/${resume.id}/`,
      `/api/v1/resumes/${resume.id}/matches/`,
      `/api/v1/resumes/${resume.id}/versions/`,
      `/api/v1/resumes/${resume.id}/render/?format=json`,
      `/api/v1/resumes/${tailoredId}/`,
      `/api/v1/generations/${generation.id}/`,
      `/api/v1/tasks/${started.task.id}/`,
      `/api/v1/applications/${application.id}/`,
      `/api/v1/applications/${application.id}/timeline/`,
    ];
    for (const path_ of own) {
      expect([path_, (await ada.fetch(URL_ + path_)).status]).toEqual([path_, 200]);
      expect([path_, (await eve.fetch(URL_ + path_)).status]).toEqual([path_, 404]);
    }
    for (const list of ["resumes", "generations", "tasks", "applications", "documents"]) {
      const response = await eve.fetch(`${URL_}/api/v1/${list}/`);
      expect([list, ((await response.json()) as { count: number }).count]).toEqual([list, 0]);
    }
    const theirs = await unwrap(eve.GET("/api/v1/vacancies/{id}/", { params: { path: { id: vacancy.id } } }));
    expect(theirs.applied_at).toBeNull();
  });

  test("signing out ends the session", async () => {
    await ada.session.signOut();
    const refused = await refusal(ada.GET("/api/v1/users/me/"));
    expect(refused.status).toBe(401);
  });
});
