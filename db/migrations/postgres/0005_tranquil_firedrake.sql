CREATE TABLE "canaries" (
	"proposal_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"source_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"mutation" text COLLATE "C" NOT NULL,
	"wrong" text COLLATE "C" NOT NULL,
	"seeded_at" bigint NOT NULL,
	"decided_at" bigint,
	"decided_by" text COLLATE "C",
	"outcome" text COLLATE "C"
);
--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "canary" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "canaries" ADD CONSTRAINT "canaries_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canaries" ADD CONSTRAINT "canaries_source_id_proposals_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "canaries_of_person" ON "canaries" USING btree ("decided_by","decided_at");--> statement-breakpoint
CREATE INDEX "canaries_decided" ON "canaries" USING btree ("decided_at");