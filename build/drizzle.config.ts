import type { Config } from "drizzle-kit";

/** `npm run migration -- --name create_x`: drizzle-kit writes the SQL; our own runner applies it. */
export const config = {
  dialect: "sqlite",
  schema: "./src/main/core/database/schema.ts",
  out: "./migrations",
} satisfies Config;

// drizzle-kit reads the default export of its configuration.
export { config as default };
