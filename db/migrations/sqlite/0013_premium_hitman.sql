CREATE TABLE `usual_figures` (
	`agent_id` text NOT NULL,
	`action_name` text NOT NULL,
	`unit` text NOT NULL,
	`figures` text NOT NULL,
	PRIMARY KEY(`agent_id`, `action_name`, `unit`)
);
