import { defineConfig } from "vitest/config";

// Needs a Chromium at CHROMIUM_PATH: `CHROMIUM_PATH=… npm run test:browser`.
export default defineConfig({
  test: { include: ["tests/browser/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});
