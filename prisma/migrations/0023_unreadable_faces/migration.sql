-- Staff also see when a stored face cannot be read: the guest is refused through no fault of theirs.
ALTER TABLE terminal_alarms DROP CONSTRAINT terminal_alarms_cause_check;
ALTER TABLE terminal_alarms ADD CONSTRAINT terminal_alarms_cause_check
  CHECK (cause IN ('faces', 'pins', 'unreadable-face'));
