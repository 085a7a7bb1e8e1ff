import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const JAR = '../ejb-module/target/s3proxy/s3proxy-jar-with-dependencies.jar';
const NAME = 'files';
const KEY = 'AKIDTEST';
const SECRET = 'a-secret-of-nobody';

/**
 * A bucket on this machine: S3Proxy, a server that speaks the protocol of S3, checks signatures, and
 * lets pages of this machine in. It keeps the bucket as a folder.
 */
export class Bucket {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    /** Of the server. */
    readonly url: string,
  ) {}

  static async open(home: string): Promise<Bucket> {
    const url = `http://127.0.0.1:${await freePort()}`;
    const buckets = join(home, 'buckets');
    const settings = join(home, 's3proxy.conf');
    await rm(home, { recursive: true, force: true });
    await mkdir(join(buckets, NAME), { recursive: true });
    await writeFile(
      settings,
      [
        `s3proxy.endpoint=${url}`,
        's3proxy.authorization=aws-v2-or-v4',
        `s3proxy.identity=${KEY}`,
        `s3proxy.credential=${SECRET}`,
        's3proxy.ignore-unknown-headers=true',
        's3proxy.cors-allow-origins=http://localhost:[0-9]+',
        's3proxy.cors-allow-methods=GET PUT',
        // It takes what browsers join with commas for one header.
        's3proxy.cors-allow-headers=range content-disposition,content-type,x-amz-checksum-sha256,x-amz-storage-class',
        'jclouds.provider=filesystem-nio2',
        `jclouds.filesystem.basedir=${buckets}`,
        'jclouds.identity=x',
        'jclouds.credential=x',
      ].join('\n'),
    );
    const process = spawn('java', ['-XX:+UseSerialGC', '-jar', JAR, '--properties', settings], {
      stdio: 'ignore',
    });
    const bucket = new Bucket(process, join(buckets, NAME), url);
    await bucket.isUp();
    return bucket;
  }

  /** What a server is told that keeps its uploads here, and sends browsers here. */
  get settings(): Record<string, string> {
    return {
      PARLEY_MEDIA_STORE: 's3',
      PARLEY_MEDIA_S3_BUCKET: NAME,
      PARLEY_MEDIA_S3_ENDPOINT: this.url,
      PARLEY_MEDIA_S3_PUBLIC_ENDPOINT: this.url,
      PARLEY_MEDIA_S3_PATH_STYLE: 'true',
      AWS_ACCESS_KEY_ID: KEY,
      AWS_SECRET_ACCESS_KEY: SECRET,
    };
  }

  /** The names of what it keeps. */
  objects(): Promise<string[]> {
    return readdir(this.folder);
  }

  async close(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill();
    await ended;
  }

  private async isUp(): Promise<void> {
    for (;;) {
      if (this.process.exitCode !== null) {
        throw new Error('the server of S3 has ended');
      }
      const isThere = await fetch(this.url).then(
        () => true,
        () => false,
      );
      if (isThere) {
        return;
      }
      await pause(100);
    }
  }
}

/** One that systems do not give to the near end of connections: those come and go meanwhile. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_768);
    const server = createServer().listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch {
      continue;
    }
    server.close();
    await once(server, 'close');
    return port;
  }
}
