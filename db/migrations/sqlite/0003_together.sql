CREATE TABLE `batch_drafts` (
	`person_id` text PRIMARY KEY NOT NULL,
	`draft` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_of_proposal` ON `comments` (`proposal_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `preferences` (
	`person_id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `proposals_decided_by`;--> statement-breakpoint
DROP INDEX `proposals_decided_with`;--> statement-breakpoint
ALTER TABLE `proposals` ADD `alike` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `proposals` ADD `assignee_id` text;--> statement-breakpoint
CREATE INDEX `proposals_queue_agent` ON `proposals` (`queue`,`agent_id`,`alike`,`position`,`created_at`,`id`,`kind`) WHERE "proposals"."queue" is not null;--> statement-breakpoint
CREATE INDEX `proposals_of_assignee` ON `proposals` (`assignee_id`) WHERE "proposals"."assignee_id" is not null and "proposals"."released_at" is null;--> statement-breakpoint
CREATE INDEX `proposals_decided_by` ON `proposals` (`decided_by`,`decided_at`,`id`) WHERE "proposals"."decided_by" is not null;--> statement-breakpoint
CREATE INDEX `proposals_decided_with` ON `proposals` (`decided_with`,`decided_at`,`id`) WHERE "proposals"."decided_with" is not null;--> statement-breakpoint
ALTER TABLE `leases` ADD `doing` text DEFAULT 'looking' NOT NULL;