package orderly.payment;

import java.util.UUID;

import orderly.messaging.EventType;

/**
 * The provider refused.
 */
@EventType(value = "payment.declined.v1", topic = "payments")
record PaymentDeclined(UUID orderId, String reason) {
}
