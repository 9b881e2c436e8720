// Publishes a record to Pressline, or follows what Pressline makes of all records.
import { readFile } from 'node:fs/promises';
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';

const { CompressionCodecs, CompressionTypes, Kafka, Partitioners, logLevel } = kafkajs;

const RAW = 'pressline.raw.v1';
const NORMALIZED = 'pressline.normalized.v1';

// The broker may compress what it keeps; KafkaJS itself knows gzip only.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async (encoder) => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

// All of an account on one partition: the first "did:…" in the key is hashed, not the key.
const byAccount = () => {
  const byKey = Partitioners.DefaultPartitioner();
  return ({ topic, partitionMetadata, message }) => {
    const account = /did:[^/]*/.exec(String(message.key));
    const key = account ? account[0] : message.key;
    return byKey({ topic, partitionMetadata, message: { ...message, key: Buffer.from(key) } });
  };
};

// A rev is the time in microseconds, in an alphabet that sorts as it counts.
function rev(micros) {
  const alphabet = '234567abcdefghijklmnopqrstuvwxyz';
  let bits = BigInt(micros) << 10n;
  let text = '';
  for (let i = 0; i < 13; i++, bits >>= 5n) {
    text = alphabet[Number(bits & 31n)] + text;
  }
  return text;
}

async function publish(kafka, uri, file) {
  const version = rev(Date.now() * 1000);
  const producer = kafka.producer({ createPartitioner: byAccount, idempotent: true });
  await producer.connect();
  await producer.send({
    topic: RAW,
    acks: -1,
    messages: [{
      key: uri,
      value: await readFile(file),
      headers: {
        ce_specversion: '1.0',
        ce_id: `${uri}#${version}`,
        ce_source: 'urn:example:node-client',
        ce_type: 'dev.pressline.raw',
        ce_subject: uri,
        ce_time: new Date().toISOString(),
        ce_rev: version,
        ce_op: 'put',
        ce_origin: 'push',
        ce_verified: 'none',
        'content-type': 'application/json',
      },
    }],
  });
  await producer.disconnect();
  console.log(`published ${uri} as ${version}`);
}

function described({ key, value, headers }) {
  if (value === null) {
    return `deleted   ${key}`;
  }
  if (headers.pressline_ref) {
    return `large     ${key}`;
  }
  const { type, title } = JSON.parse(value);
  return type === 'document' ? `document  ${key}  ${title}` : `other     ${key}`;
}

async function follow(kafka, groupId, howMany) {
  const consumer = kafka.consumer({ groupId, readUncommitted: false });
  let seen = 0;
  await consumer.connect();
  await consumer.subscribe({ topics: [NORMALIZED], fromBeginning: true });
  await new Promise((done, failed) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => failed(payload.error));
    consumer.run({
      eachMessage: async ({ message }) => {
        if (seen < howMany) {
          console.log(described(message));
        }
        if (++seen >= howMany) {
          done();
        }
      },
    });
  });
  await consumer.disconnect();
}

const [command, servers, ...rest] = process.argv.slice(2);
const client = () => new Kafka({
  clientId: 'node-client', brokers: servers.split(','), logLevel: logLevel.NOTHING,
});
if (command === 'publish' && rest.length === 2) {
  await publish(client(), ...rest);
} else if (command === 'follow' && rest.length >= 1) {
  await follow(client(), rest[0], Number(rest[1] ?? Infinity));
} else {
  console.error('usage: client.mjs publish BOOTSTRAP-SERVERS AT-URI RECORD.json\n'
    + '       client.mjs follow  BOOTSTRAP-SERVERS GROUP [HOW-MANY]');
  process.exit(64);
}
