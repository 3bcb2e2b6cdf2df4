import { config } from "zod";

// Imported before the contract: zod otherwise compiles its checks with `new Function`, which the page's policy forbids.
config({ jitless: true });
