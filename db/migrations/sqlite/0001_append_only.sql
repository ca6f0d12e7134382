-- The ledger only grows, and what was proposed never changes: not even for code with a mistake in it.
CREATE TRIGGER `ledger_is_never_updated` BEFORE UPDATE ON `ledger`
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_is_never_deleted` BEFORE DELETE ON `ledger`
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `proposal_versions_are_never_updated` BEFORE UPDATE ON `proposal_versions`
BEGIN SELECT RAISE(ABORT, 'a version is written once'); END;
