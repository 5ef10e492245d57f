/** Larger than the 8 MB that a value may have: a record batch adds keys and headers. */
const maxMessageBytes = 10 * 1024 * 1024;

/** One KRaft node that is broker and controller, on the loopback interface; tuned for quick starts and quick rebalances. */
export const serverProperties = ({ port, controllerPort, logDir }) => `
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
controller.listener.names=CONTROLLER
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs=${logDir}
message.max.bytes=${maxMessageBytes}
replica.fetch.max.bytes=${maxMessageBytes}
socket.request.max.bytes=104857600
num.partitions=4
offsets.topic.num.partitions=4
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=false
log.cleaner.dedupe.buffer.size=2097152
`;
