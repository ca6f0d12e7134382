CREATE TABLE `labels` (
	`proposal_id` text PRIMARY KEY NOT NULL,
	`agent_id` text NOT NULL,
	`action_name` text NOT NULL,
	`kind` text NOT NULL,
	`tier` text NOT NULL,
	`fingerprint` text NOT NULL,
	`labelled_at` integer NOT NULL,
	`verdict` text NOT NULL,
	`because` text NOT NULL,
	`ran` text NOT NULL,
	`excluded` text,
	`weight` real NOT NULL,
	`missed` integer NOT NULL,
	`severe` integer NOT NULL,
	`failed_outside` integer NOT NULL,
	`edit` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `proposal_versions` ADD `facts` text;