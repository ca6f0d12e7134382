CREATE TABLE "agent_keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agent_id" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"prefix" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"scopes" text NOT NULL,
	"created_by" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"expires_at" bigint,
	"last_used_at" bigint,
	"revoked_at" bigint,
	"replaces" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "agents" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"skeleton" text COLLATE "C" NOT NULL,
	"built_in" boolean NOT NULL,
	"owner_id" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"disabled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "counterparts" (
	"agent_id" text COLLATE "C" NOT NULL,
	"counterpart" text COLLATE "C" NOT NULL,
	"seen" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	CONSTRAINT "counterparts_agent_id_counterpart_pk" PRIMARY KEY("agent_id","counterpart")
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"proposal_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"found_by" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"proposal_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C",
	"agent_id" text COLLATE "C",
	"entry" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"agent_id" text COLLATE "C" NOT NULL,
	"action_name" text COLLATE "C" NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"looked" bigint NOT NULL,
	"wrong" bigint NOT NULL,
	"ended_at" bigint,
	CONSTRAINT "observations_agent_id_action_name_fingerprint_pk" PRIMARY KEY("agent_id","action_name","fingerprint")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"password_hash" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"disabled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"version" bigint PRIMARY KEY NOT NULL,
	"document" text COLLATE "C" NOT NULL,
	"saved_by" text COLLATE "C",
	"saved_at" bigint NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"based_on" bigint
);
--> statement-breakpoint
CREATE TABLE "proposal_versions" (
	"proposal_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"digest" text COLLATE "C" NOT NULL,
	"payload" text NOT NULL,
	"extras" text NOT NULL,
	"assessment" text NOT NULL,
	"made_by" text COLLATE "C",
	"made_at" bigint NOT NULL,
	"raw" text COLLATE "C",
	CONSTRAINT "proposal_versions_proposal_id_version_pk" PRIMARY KEY("proposal_id","version")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"owner_id" text COLLATE "C",
	"composer_id" text COLLATE "C",
	"key_id" text COLLATE "C",
	"idempotency_key" text COLLATE "C",
	"run_id" text COLLATE "C",
	"action_name" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"allowed" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"agent_id" text COLLATE "C" NOT NULL,
	"tier" text COLLATE "C" NOT NULL,
	"treatment" text COLLATE "C" NOT NULL,
	"regulated" boolean NOT NULL,
	"policy_version" bigint NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"digest" text COLLATE "C" NOT NULL,
	"revision" bigint NOT NULL,
	"signatures" text NOT NULL,
	"decision" text,
	"decided_at" bigint,
	"decided_by" text COLLATE "C",
	"decided_with" text COLLATE "C",
	"undo_ms" bigint NOT NULL,
	"release_at" bigint,
	"released_at" bigint,
	"delivery" text COLLATE "C" NOT NULL,
	"delivered_at" bigint,
	"receipt_id" text COLLATE "C",
	"receipt_expires_at" bigint,
	"lapsed_at" bigint,
	"redemption_id" text COLLATE "C",
	"redeemed_at" bigint,
	"outcome" text,
	"headline" text COLLATE "C" NOT NULL,
	"lane" text COLLATE "C" NOT NULL,
	"predicted_seconds" double precision NOT NULL,
	"queue" text COLLATE "C",
	"position" double precision NOT NULL,
	"receipt" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"proposal_id" text COLLATE "C" NOT NULL,
	"revision" bigint NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"person_name" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"active_ms" bigint,
	"leased_ms" bigint,
	"predicted_seconds" double precision NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"act" text COLLATE "C" NOT NULL,
	"too_fast" boolean NOT NULL,
	CONSTRAINT "reviews_proposal_id_revision_person_id_pk" PRIMARY KEY("proposal_id","revision","person_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"authenticated_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"revoked_at" bigint,
	"user_agent" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stops" (
	"scope" text COLLATE "C" PRIMARY KEY NOT NULL,
	"stopped_by" text COLLATE "C" NOT NULL,
	"stopped_at" bigint NOT NULL,
	"reason" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "usage" (
	"limit_key" text COLLATE "C" NOT NULL,
	"window_start" bigint NOT NULL,
	"used_count" bigint NOT NULL,
	"used_sum" bigint NOT NULL,
	CONSTRAINT "usage_limit_key_window_start_pk" PRIMARY KEY("limit_key","window_start")
);
--> statement-breakpoint
ALTER TABLE "agent_keys" ADD CONSTRAINT "agent_keys_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leases" ADD CONSTRAINT "leases_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD CONSTRAINT "proposal_versions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agent_keys_by_hash" ON "agent_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "agent_keys_of_agent" ON "agent_keys" USING btree ("agent_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "agents_by_name" ON "agents" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "agents_by_skeleton" ON "agents" USING btree ("skeleton");--> statement-breakpoint
CREATE INDEX "findings_of_proposal" ON "findings" USING btree ("proposal_id","at","id");--> statement-breakpoint
CREATE INDEX "ledger_of_subject" ON "ledger" USING btree ("subject","seq") WHERE "ledger"."subject" is not null;--> statement-breakpoint
CREATE INDEX "ledger_of_agent" ON "ledger" USING btree ("agent_id","seq") WHERE "ledger"."agent_id" is not null;--> statement-breakpoint
CREATE INDEX "ledger_of_type" ON "ledger" USING btree ("type","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "people_by_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_by_key" ON "proposals" USING btree ("agent_id","idempotency_key") WHERE "proposals"."idempotency_key" is not null;--> statement-breakpoint
CREATE INDEX "proposals_queue_stake" ON "proposals" USING btree ("queue","position","created_at","id","agent_id","kind") WHERE "proposals"."queue" is not null;--> statement-breakpoint
CREATE INDEX "proposals_queue_age" ON "proposals" USING btree ("queue","created_at","id","agent_id","kind") WHERE "proposals"."queue" is not null;--> statement-breakpoint
CREATE INDEX "proposals_queue_due" ON "proposals" USING btree ("queue","expires_at","id","status","agent_id","kind") WHERE "proposals"."queue" is not null;--> statement-breakpoint
CREATE INDEX "proposals_due_release" ON "proposals" USING btree ("release_at") WHERE "proposals"."release_at" is not null;--> statement-breakpoint
CREATE INDEX "proposals_due_expiry" ON "proposals" USING btree ("expires_at") WHERE "proposals"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "proposals_due_lapse" ON "proposals" USING btree ("receipt_expires_at") WHERE "proposals"."status" = 'approved' and "proposals"."redemption_id" is null and "proposals"."lapsed_at" is null;--> statement-breakpoint
CREATE INDEX "proposals_history" ON "proposals" USING btree ("created_at","id","status","kind","tier");--> statement-breakpoint
CREATE INDEX "proposals_of_agent" ON "proposals" USING btree ("agent_id","created_at","id","status");--> statement-breakpoint
CREATE INDEX "proposals_of_agent_open" ON "proposals" USING btree ("agent_id","created_at","id","status") WHERE "proposals"."released_at" is null;--> statement-breakpoint
CREATE INDEX "proposals_of_run" ON "proposals" USING btree ("agent_id","run_id","created_at","id") WHERE "proposals"."run_id" is not null;--> statement-breakpoint
CREATE INDEX "proposals_of_key_pending" ON "proposals" USING btree ("key_id") WHERE "proposals"."released_at" is null;--> statement-breakpoint
CREATE INDEX "proposals_last_approved" ON "proposals" USING btree ("agent_id","action_name","released_at") WHERE "proposals"."status" = 'approved';--> statement-breakpoint
CREATE INDEX "proposals_decided_by" ON "proposals" USING btree ("decided_by","decided_at") WHERE "proposals"."decided_by" is not null;--> statement-breakpoint
CREATE INDEX "proposals_decided_with" ON "proposals" USING btree ("decided_with","decided_at") WHERE "proposals"."decided_with" is not null;--> statement-breakpoint
CREATE INDEX "proposals_history_decided_by" ON "proposals" USING btree ("decided_by","created_at","id") WHERE "proposals"."decided_by" is not null;--> statement-breakpoint
CREATE INDEX "proposals_history_decided_with" ON "proposals" USING btree ("decided_with","created_at","id") WHERE "proposals"."decided_with" is not null;--> statement-breakpoint
CREATE INDEX "reviews_of_person" ON "reviews" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "sessions_of_person" ON "sessions" USING btree ("person_id","created_at");