CREATE INDEX face_templates_enrolled ON face_templates (enrolled_at);
