CREATE TABLE "draws" (
	"proposal_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"rate" double precision NOT NULL,
	"drawn_at" bigint NOT NULL,
	"settled_at" bigint,
	"verdict" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "looks" (
	"proposal_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"looked_at" bigint NOT NULL,
	"verdict" text COLLATE "C" NOT NULL,
	"reason_code" text COLLATE "C",
	"reason_text" text COLLATE "C",
	"too_fast" boolean NOT NULL,
	CONSTRAINT "looks_proposal_id_person_id_pk" PRIMARY KEY("proposal_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draws_open" ON "draws" USING btree ("purpose","drawn_at") WHERE "draws"."settled_at" is null;