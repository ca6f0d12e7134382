CREATE TABLE "batch_drafts" (
	"person_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"draft" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"proposal_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "preferences" (
	"person_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"document" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "proposals_decided_by";--> statement-breakpoint
DROP INDEX "proposals_decided_with";--> statement-breakpoint
ALTER TABLE "leases" ADD COLUMN "doing" text COLLATE "C" DEFAULT 'looking' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "alike" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "assignee_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_of_proposal" ON "comments" USING btree ("proposal_id","at","id");--> statement-breakpoint
CREATE INDEX "proposals_queue_agent" ON "proposals" USING btree ("queue","agent_id","alike","position","created_at","id","kind") WHERE "proposals"."queue" is not null;--> statement-breakpoint
CREATE INDEX "proposals_of_assignee" ON "proposals" USING btree ("assignee_id") WHERE "proposals"."assignee_id" is not null and "proposals"."released_at" is null;--> statement-breakpoint
CREATE INDEX "proposals_decided_by" ON "proposals" USING btree ("decided_by","decided_at","id") WHERE "proposals"."decided_by" is not null;--> statement-breakpoint
CREATE INDEX "proposals_decided_with" ON "proposals" USING btree ("decided_with","decided_at","id") WHERE "proposals"."decided_with" is not null;