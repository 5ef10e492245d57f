import { Body, Controller, Get, Post } from '@nestjs/common';
import { newUser, type NewUser, type UserBody, type UserList } from '@shelfwatch/contracts';
import { Database } from '@shelfwatch/persistence';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import { randomUUID } from 'node:crypto';
import { AllowRoles } from '../auth/access.decorators.js';
import { hashPassword } from '../auth/password.js';

@Controller('v1/users')
@AllowRoles('admin')
export class UsersController {
  constructor(private readonly database: Database) {}

  @Get()
  async list(): Promise<UserList> {
    const users = await this.database.unit.users.list();
    return { users: users.map(({ userId, email, name, role }) => ({ userId, email, name, role })) };
  }

  @Post()
  async create(@Body(new ZodPipe(newUser)) { password, name, role, ...user }: NewUser): Promise<UserBody> {
    const body: UserBody = { userId: randomUUID(), email: user.email.toLowerCase(), name, role };
    const result = await this.database.unit.users.create({ ...body, passwordHash: await hashPassword(password) });
    if (result === 'created') return body;
    throw new ProblemException(409, 'EMAIL_TAKEN', `There is an account for ${body.email} already.`);
  }
}
