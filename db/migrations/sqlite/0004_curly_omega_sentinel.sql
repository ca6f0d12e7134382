CREATE TABLE `draws` (
	`proposal_id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`rate` real NOT NULL,
	`drawn_at` integer NOT NULL,
	`settled_at` integer,
	`verdict` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `draws_open` ON `draws` (`purpose`,`drawn_at`) WHERE "draws"."settled_at" is null;--> statement-breakpoint
CREATE TABLE `looks` (
	`proposal_id` text NOT NULL,
	`person_id` text NOT NULL,
	`looked_at` integer NOT NULL,
	`verdict` text NOT NULL,
	`reason_code` text,
	`reason_text` text,
	`too_fast` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `person_id`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
