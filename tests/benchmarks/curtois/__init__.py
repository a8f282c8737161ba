"""The Employee Shift Scheduling instances (Curtois): read, solved, written."""
