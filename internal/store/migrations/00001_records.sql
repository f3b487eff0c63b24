-- +goose Up
-- A record is opaque: what it is and says stands inside "sealed" (see vault/README.md).
-- dirty marks what a later sync still has to send; class "device" is never sent.
CREATE TABLE records (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    class      INTEGER NOT NULL,
    rev        INTEGER NOT NULL CHECK (rev >= 1),
    sealed     BLOB    NOT NULL,
    dirty      INTEGER NOT NULL CHECK (dirty IN (0, 1)),
    created_at INTEGER NOT NULL, -- milliseconds since 1970, as is updated_at
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX records_dirty ON records (id) WHERE dirty = 1;

-- Marks only ever go up; "time" is the latest moment this profile has seen.
CREATE TABLE marks (
    name  TEXT    NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;

-- +goose Down
DROP TABLE marks;
DROP TABLE records;
