package orderly.messaging.kafka;

import orderly.messaging.EventType;

@EventType(value = "work.done.v1", topic = "work")
record WorkDone(int number) {
}
