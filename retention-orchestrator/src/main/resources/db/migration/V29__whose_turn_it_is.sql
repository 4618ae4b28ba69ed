-- Who was given a task last in a team that goes round: the round goes on where it stopped.
CREATE TABLE giving (
    team   text NOT NULL,
    person text NOT NULL REFERENCES person ON DELETE CASCADE,
    turn   bigint NOT NULL,
    PRIMARY KEY (team, person)
);
