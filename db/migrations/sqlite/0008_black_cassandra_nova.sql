CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`kind` text NOT NULL,
	`action` text NOT NULL,
	`target` text,
	`freed` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	`until` integer NOT NULL,
	`uses_max` integer NOT NULL,
	`used` integer NOT NULL,
	`revoked_at` integer,
	`revoked_by` text
);
--> statement-breakpoint
CREATE INDEX `grants_in_force` ON `grants` (`revoked_at`,`until`);--> statement-breakpoint
CREATE INDEX `grants_newest` ON `grants` (`given_at`,`id`);--> statement-breakpoint
CREATE INDEX `grants_of_proposal` ON `grants` (`proposal_id`);