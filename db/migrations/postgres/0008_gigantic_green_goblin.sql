CREATE TABLE "grants" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"proposal_id" text COLLATE "C" NOT NULL,
	"agent_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"action" text NOT NULL,
	"target" text,
	"freed" text NOT NULL,
	"given_by" text COLLATE "C" NOT NULL,
	"given_at" bigint NOT NULL,
	"until" bigint NOT NULL,
	"uses_max" bigint NOT NULL,
	"used" bigint NOT NULL,
	"revoked_at" bigint,
	"revoked_by" text COLLATE "C"
);
--> statement-breakpoint
CREATE INDEX "grants_in_force" ON "grants" USING btree ("revoked_at","until");--> statement-breakpoint
CREATE INDEX "grants_newest" ON "grants" USING btree ("given_at","id");--> statement-breakpoint
CREATE INDEX "grants_of_proposal" ON "grants" USING btree ("proposal_id");