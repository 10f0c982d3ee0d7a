-- Which way a person goes through a module that has several, and how often they mean to meet.
ALTER TABLE person ADD COLUMN track TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN pace TEXT NOT NULL DEFAULT '';
