import { defineConfig } from "vitest/config";

// Against a running server: FOOTHOLD_URL says where. `tests/e2e/test_main_job.py` starts one and runs this.
export default defineConfig({
  test: {
    include: ["tests/server/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    sequence: { concurrent: false },
  },
});
