CREATE TABLE `policy_drafts` (
	`name` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`based_on` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL
);
