import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { FIRST, HOME, SECOND } from './environment.js';
import type { Person } from './person.js';

/** Everything of one kind that the server has, by where it lies. */
export type Belongings = Map<string, Buffer>;

/**
 * What lies on the disks of the running system: tables and write-ahead log of the database, journal
 * of the broker, files, and the logs of all processes.
 */
export async function everyFile(): Promise<Belongings> {
  const belongings: Belongings = new Map();
  for (const folder of ['data', 'logs']) {
    const found = await readdir(join(HOME, folder), { recursive: true, withFileTypes: true });
    for (const file of found.filter((each) => each.isFile())) {
      const path = join(file.parentPath, file.name);
      // The database may remove a file between being listed and being read.
      const bytes = await readFile(path).catch(() => Buffer.alloc(0));
      belongings.set(path, bytes);
    }
  }
  return belongings;
}

/** Asks the database of the running system, as its owner. */
export async function atDatabase<Answer>(
  work: (database: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const database = new pg.Client({
    host: '127.0.0.1',
    port: Number((await homeFile('data/postgres/postmaster.pid')).split('\n')[3]),
    user: 'postgres',
    password: /^database\.superuser=(.*)$/m.exec(await homeFile('keys/passwords.properties'))?.[1],
    database: 'parley',
  });
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

/** All rows of all tables: what lies compressed or swapped out on the disk is plain here. */
export function everyRow(): Promise<Belongings> {
  return atDatabase(async (database) => {
    const tables = await database.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const belongings: Belongings = new Map();
    for (const { name } of tables.rows) {
      const { rows } = await database.query<{ row: string }>(
        `SELECT each::text AS row FROM ${name} AS each`,
      );
      belongings.set(name, Buffer.from(rows.map(({ row }) => row).join('\n')));
    }
    return belongings;
  });
}

/** What the instances tell of themselves. */
export async function everyMetric(): Promise<Belongings> {
  const belongings: Belongings = new Map();
  for (const instance of [FIRST, SECOND]) {
    const answer = await fetch(`${instance}/metrics`);
    belongings.set(answer.url, Buffer.from(await answer.text()));
  }
  return belongings;
}

/** Collects all that a person's browser says from now on, on sockets and in requests. */
export async function everyWordOf(person: Person): Promise<() => Belongings> {
  const said: Buffer[] = [];
  const wire = await person.context.newCDPSession(person.page);
  await wire.send('Network.enable');
  wire.on('Network.webSocketFrameSent', ({ response }) => {
    said.push(Buffer.from(response.payloadData));
  });
  person.page.on('request', (request) => {
    said.push(
      Buffer.from(`${request.url()}\n${JSON.stringify(request.headers())}`),
      request.postDataBuffer() ?? Buffer.alloc(0),
    );
  });
  return () => new Map([[`said by ${person.name}`, Buffer.concat(said)]]);
}

/** Where a text stands: as it is, or in a form that anybody reads. */
export function placesOf(text: string, belongings: Belongings): string[] {
  const forms = formsOf(text);
  return [...belongings]
    .filter(([, bytes]) => forms.some((form) => bytes.includes(form)))
    .map(([place]) => place);
}

/** UTF-8, UTF-16, hex, and Base64 whatever stands before it. */
function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text);
  const forms = [utf8, Buffer.from(text, 'utf16le'), Buffer.from(utf8.toString('hex'))];
  for (const before of [0, 1, 2]) {
    const whole = Buffer.concat([Buffer.alloc(before), utf8]);
    const from = Math.ceil((before * 4) / 3);
    const to = Math.floor((whole.length * 8) / 6);
    for (const encoding of ['base64', 'base64url'] as const) {
      forms.push(Buffer.from(whole.toString(encoding).slice(from, to)));
    }
  }
  return forms;
}

function homeFile(path: string): Promise<string> {
  return readFile(join(HOME, path), 'utf8');
}
