ALTER TABLE `labels` ADD `confidence` real;--> statement-breakpoint
CREATE INDEX `labels_forecasts` ON `labels` (`agent_id`,`kind`,`labelled_at`) WHERE "labels"."confidence" is not null and "labels"."verdict" <> 'unknown' and "labels"."excluded" is null;--> statement-breakpoint
CREATE INDEX `labels_declared` ON `labels` (`labelled_at`) WHERE "labels"."confidence" is not null;