CREATE TABLE `canaries` (
	`proposal_id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`kind` text NOT NULL,
	`mutation` text NOT NULL,
	`wrong` text NOT NULL,
	`seeded_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`outcome` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `canaries_of_person` ON `canaries` (`decided_by`,`decided_at`);--> statement-breakpoint
CREATE INDEX `canaries_decided` ON `canaries` (`decided_at`);--> statement-breakpoint
ALTER TABLE `proposals` ADD `canary` integer DEFAULT false NOT NULL;