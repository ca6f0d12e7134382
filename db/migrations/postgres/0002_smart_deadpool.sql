CREATE TABLE "labels" (
	"proposal_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agent_id" text COLLATE "C" NOT NULL,
	"action_name" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"tier" text COLLATE "C" NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"labelled_at" bigint NOT NULL,
	"verdict" text COLLATE "C" NOT NULL,
	"because" text COLLATE "C" NOT NULL,
	"ran" text COLLATE "C" NOT NULL,
	"excluded" text COLLATE "C",
	"weight" double precision NOT NULL,
	"missed" boolean NOT NULL,
	"severe" boolean NOT NULL,
	"failed_outside" boolean NOT NULL,
	"edit" text
);
--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD COLUMN "facts" text;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;