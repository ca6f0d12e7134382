CREATE TABLE `agent_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`agent_id` text NOT NULL,
	`label` text NOT NULL,
	`prefix` text NOT NULL,
	`hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer,
	`replaces` text,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agent_keys_by_hash` ON `agent_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `agent_keys_of_agent` ON `agent_keys` (`agent_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `agents` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`skeleton` text NOT NULL,
	`built_in` integer NOT NULL,
	`owner_id` text,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agents_by_name` ON `agents` (`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `agents_by_skeleton` ON `agents` (`skeleton`);--> statement-breakpoint
CREATE TABLE `counterparts` (
	`agent_id` text NOT NULL,
	`counterpart` text NOT NULL,
	`seen` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `counterpart`)
);
--> statement-breakpoint
CREATE TABLE `findings` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`found_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `findings_of_proposal` ON `findings` (`proposal_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `leases` (
	`proposal_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`version` integer NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ledger` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`subject` text,
	`agent_id` text,
	`entry` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ledger_of_subject` ON `ledger` (`subject`,`seq`) WHERE "ledger"."subject" is not null;--> statement-breakpoint
CREATE INDEX `ledger_of_agent` ON `ledger` (`agent_id`,`seq`) WHERE "ledger"."agent_id" is not null;--> statement-breakpoint
CREATE INDEX `ledger_of_type` ON `ledger` (`type`,`seq`);--> statement-breakpoint
CREATE TABLE `observations` (
	`agent_id` text NOT NULL,
	`action_name` text NOT NULL,
	`fingerprint` text NOT NULL,
	`looked` integer NOT NULL,
	`wrong` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`agent_id`, `action_name`, `fingerprint`)
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_by_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `policies` (
	`version` integer PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`saved_by` text,
	`saved_at` integer NOT NULL,
	`note` text NOT NULL,
	`based_on` integer
);
--> statement-breakpoint
CREATE TABLE `proposal_versions` (
	`proposal_id` text NOT NULL,
	`version` integer NOT NULL,
	`digest` text NOT NULL,
	`payload` text NOT NULL,
	`extras` text NOT NULL,
	`assessment` text NOT NULL,
	`made_by` text,
	`made_at` integer NOT NULL,
	`raw` text,
	PRIMARY KEY(`proposal_id`, `version`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text,
	`composer_id` text,
	`key_id` text,
	`idempotency_key` text,
	`run_id` text,
	`action_name` text NOT NULL,
	`kind` text NOT NULL,
	`allowed` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`agent_id` text NOT NULL,
	`tier` text NOT NULL,
	`treatment` text NOT NULL,
	`regulated` integer NOT NULL,
	`policy_version` integer NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`digest` text NOT NULL,
	`revision` integer NOT NULL,
	`signatures` text NOT NULL,
	`decision` text,
	`decided_at` integer,
	`decided_by` text,
	`decided_with` text,
	`undo_ms` integer NOT NULL,
	`release_at` integer,
	`released_at` integer,
	`delivery` text NOT NULL,
	`delivered_at` integer,
	`receipt_id` text,
	`receipt_expires_at` integer,
	`lapsed_at` integer,
	`redemption_id` text,
	`redeemed_at` integer,
	`outcome` text,
	`headline` text NOT NULL,
	`lane` text NOT NULL,
	`predicted_seconds` real NOT NULL,
	`queue` text,
	`position` real NOT NULL,
	`receipt` text,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_by_key` ON `proposals` (`agent_id`,`idempotency_key`) WHERE "proposals"."idempotency_key" is not null;--> statement-breakpoint
CREATE INDEX `proposals_queue_stake` ON `proposals` (`queue`,`position`,`created_at`,`id`,`agent_id`,`kind`) WHERE "proposals"."queue" is not null;--> statement-breakpoint
CREATE INDEX `proposals_queue_age` ON `proposals` (`queue`,`created_at`,`id`,`agent_id`,`kind`) WHERE "proposals"."queue" is not null;--> statement-breakpoint
CREATE INDEX `proposals_queue_due` ON `proposals` (`queue`,`expires_at`,`id`,`status`,`agent_id`,`kind`) WHERE "proposals"."queue" is not null;--> statement-breakpoint
CREATE INDEX `proposals_due_release` ON `proposals` (`release_at`) WHERE "proposals"."release_at" is not null;--> statement-breakpoint
CREATE INDEX `proposals_due_expiry` ON `proposals` (`expires_at`) WHERE "proposals"."status" = 'pending';--> statement-breakpoint
CREATE INDEX `proposals_due_lapse` ON `proposals` (`receipt_expires_at`) WHERE "proposals"."status" = 'approved' and "proposals"."redemption_id" is null and "proposals"."lapsed_at" is null;--> statement-breakpoint
CREATE INDEX `proposals_history` ON `proposals` (`created_at`,`id`,`status`,`kind`,`tier`);--> statement-breakpoint
CREATE INDEX `proposals_of_agent` ON `proposals` (`agent_id`,`created_at`,`id`,`status`);--> statement-breakpoint
CREATE INDEX `proposals_of_agent_open` ON `proposals` (`agent_id`,`created_at`,`id`,`status`) WHERE "proposals"."released_at" is null;--> statement-breakpoint
CREATE INDEX `proposals_of_run` ON `proposals` (`agent_id`,`run_id`,`created_at`,`id`) WHERE "proposals"."run_id" is not null;--> statement-breakpoint
CREATE INDEX `proposals_of_key_pending` ON `proposals` (`key_id`) WHERE "proposals"."released_at" is null;--> statement-breakpoint
CREATE INDEX `proposals_last_approved` ON `proposals` (`agent_id`,`action_name`,`released_at`) WHERE "proposals"."status" = 'approved';--> statement-breakpoint
CREATE INDEX `proposals_decided_by` ON `proposals` (`decided_by`,`decided_at`) WHERE "proposals"."decided_by" is not null;--> statement-breakpoint
CREATE INDEX `proposals_decided_with` ON `proposals` (`decided_with`,`decided_at`) WHERE "proposals"."decided_with" is not null;--> statement-breakpoint
CREATE INDEX `proposals_history_decided_by` ON `proposals` (`decided_by`,`created_at`,`id`) WHERE "proposals"."decided_by" is not null;--> statement-breakpoint
CREATE INDEX `proposals_history_decided_with` ON `proposals` (`decided_with`,`created_at`,`id`) WHERE "proposals"."decided_with" is not null;--> statement-breakpoint
CREATE TABLE `reviews` (
	`proposal_id` text NOT NULL,
	`revision` integer NOT NULL,
	`person_id` text NOT NULL,
	`person_name` text NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`active_ms` integer,
	`leased_ms` integer,
	`predicted_seconds` real NOT NULL,
	`device` text NOT NULL,
	`act` text NOT NULL,
	`too_fast` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `revision`, `person_id`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reviews_of_person` ON `reviews` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`authenticated_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`user_agent` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_of_person` ON `sessions` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `stops` (
	`scope` text PRIMARY KEY NOT NULL,
	`stopped_by` text NOT NULL,
	`stopped_at` integer NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `usage` (
	`limit_key` text NOT NULL,
	`window_start` integer NOT NULL,
	`used_count` integer NOT NULL,
	`used_sum` integer NOT NULL,
	PRIMARY KEY(`limit_key`, `window_start`)
);
