-- The ledger only grows, and what was proposed never changes: not even for code with a mistake in it.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "ledger_is_never_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('the ledger is append-only');
--> statement-breakpoint
CREATE TRIGGER "proposal_versions_are_never_updated" BEFORE UPDATE OR TRUNCATE ON "proposal_versions"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('a version is written once');
