CREATE TABLE `cells` (
	`agent_id` text NOT NULL,
	`action_name` text NOT NULL,
	`kind` text NOT NULL,
	`tier` text NOT NULL,
	`level` text NOT NULL,
	`cell` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `action_name`, `kind`, `tier`)
);
--> statement-breakpoint
CREATE INDEX `cells_by_change` ON `cells` (`changed_at`);--> statement-breakpoint
CREATE INDEX `cells_moved` ON `cells` (`agent_id`) WHERE "cells"."level" <> 'L1';