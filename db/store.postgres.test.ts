import { emptyPostgres } from "../test/postgres/empty-postgres";
import { storeContract } from "../test/store.contract";

storeContract("PostgreSQL", emptyPostgres);
