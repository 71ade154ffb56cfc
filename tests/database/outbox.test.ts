import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE } from '~/domain/clock';
import { findInOutbox } from '~/services/list-outbox.server';
import { receiveReply } from '~/services/receive-reply.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine } from '../support/engine';

describeOnBothDatabases('the outbox', (dialect) => {
  let database: TestDatabase;
  beforeEach(async () => void (database = await newDatabase(dialect)));
  afterEach(() => database.drop());

  it('tells what became of a message, and the last three answers to it, in the order of time', async () => {
    const engine = await anEngine(database);
    const { message } = await engine.due();
    await engine.send();
    for (const body of ['What?', '2', 'Sorry', '1']) {
      engine.deps.clock.advance(MINUTE);
      await receiveReply(engine.deps)({ providerId: `SM-${body}`, from: '+447700900123', body });
    }
    const found = (await findInOutbox(engine.deps)(message.id))!;
    expect(found.message.history.map(({ status }) => status)).toEqual(['claimed', 'accepted']);
    expect(found.message.replies.map(({ body }) => body)).toEqual(['2', 'Sorry', '1']);
  });
});
