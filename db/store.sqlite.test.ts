import { temporaryFiles } from "../test/database-files";
import { migrationsFolder } from "../test/migrations-folder";
import { sha256 } from "../test/builders";
import { storeContract } from "../test/store.contract";
import { openStore } from "./open";

const newFile = temporaryFiles();

storeContract("SQLite in memory", () => openStore({ url: "memory:", migrationsFolder, sha256 }));
storeContract("a SQLite file", () => openStore({ url: `file:${newFile()}`, migrationsFolder, sha256 }));
